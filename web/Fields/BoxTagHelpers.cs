using EnVagUt.Core.Ground.Rules;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EnVagUt.Web.Fields;

/// <summary>
/// A message in a box: <c>&lt;alert-box tone="warning" title="…"&gt;text&lt;/alert-box&gt;</c>.
/// Tone is info (default), success, warning or danger.
/// </summary>
[HtmlTargetElement("alert-box")]
public sealed class AlertBoxTagHelper : TagHelper
{
    public string Tone { get; set; } = "info";
    public string? Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-alert");
        output.Attributes.SetAttribute("data-color", Tone);
        if (!string.IsNullOrEmpty(Title))
            output.PreContent.SetHtmlContent($"<h2>{FieldHtml.Encode(Title)}</h2>");
    }
}

/// <summary>
/// A status as a small label with the enum's Swedish word: <c>&lt;tag-status value="Model.Status" /&gt;</c>. The colour comes
/// from <see cref="StatusTones"/> by the value's name, or from <c>tone</c>; the word alone carries the meaning.
/// </summary>
[HtmlTargetElement("tag-status", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TagStatusTagHelper : TagHelper
{
    public Enum Value { get; set; } = null!;
    public string? Tone { get; set; }

    /// <summary>Another word than the enum's, for those who stand on the other side.</summary>
    public string? Word { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-tag");
        output.Attributes.SetAttribute("data-color", string.IsNullOrEmpty(Tone) ? StatusTones.Of(Value) : Tone);
        output.Content.SetContent(string.IsNullOrEmpty(Word) ? Value.Label() : Word);
    }
}

/// <summary>
/// The form's button: <c>&lt;submit&gt;Spara&lt;/submit&gt;</c>. <c>kind</c> is primary (default), secondary, tertiary or danger;
/// other attributes (name, value, formaction) pass through.
/// </summary>
[HtmlTargetElement("submit")]
public sealed class SubmitTagHelper : TagHelper
{
    public string Kind { get; set; } = "primary";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("class", "ds-button");
        if (Kind is "secondary" or "tertiary")
            output.Attributes.SetAttribute("data-variant", Kind);
        if (Kind is "danger")
            output.Attributes.SetAttribute("data-color", "danger");
    }
}
