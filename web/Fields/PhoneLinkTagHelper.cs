using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EnVagUt.Web.Fields;

/// <summary>A telephone number that a phone calls: a case is often settled between two other things.</summary>
[HtmlTargetElement("phone-link", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PhoneLinkTagHelper : TagHelper
{
    public string? Number { get; set; }

    /// <summary>What stands where there is no number; nothing does when it is not given.</summary>
    public string? Otherwise { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            output.TagName = null;
            output.Content.SetContent(Otherwise ?? "");
            return;
        }
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-link");
        output.Attributes.SetAttribute("href", "tel:" + string.Concat(Number.Where(c => char.IsAsciiDigit(c) || c == '+')));
        output.Content.SetContent(Number);
    }
}
