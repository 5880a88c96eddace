using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EnVagUt.Web.Fields;

/// <summary>A telephone number that a phone calls: a case is often settled between two other things. Nothing where there is no number.</summary>
[HtmlTargetElement("phone-link", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PhoneLinkTagHelper : TagHelper
{
    public string? Number { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-link");
        output.Attributes.SetAttribute("href", "tel:" + string.Concat(Number.Where(c => char.IsAsciiDigit(c) || c == '+')));
        output.Content.SetContent(Number);
    }
}
