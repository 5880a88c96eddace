using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EnVagUt.Web.Fields;

/// <summary>
/// Every message of a refused form, each with a link to its field; takes focus when the page opens. Stands in the
/// layout, which is rendered after the page and so knows the labels: a page needs no summary of its own.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var labels = FieldLabels.Of(ViewContext.HttpContext);
        var order = labels.Keys.ToList();
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => (entry.Value?.Errors ?? []).Select(e => (entry.Key, e.ErrorMessage)))
            .Distinct()
            .OrderBy(e => e.Key.Length == 0 ? -1 : order.IndexOf(e.Key) is var i and >= 0 ? i : int.MaxValue)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ds-error-summary");
        output.Attributes.SetAttribute("id", "fel");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "fel-rubrik");
        output.Attributes.SetAttribute("role", "group");
        var html = new HtmlContentBuilder().AppendHtml("<h2 id=\"fel-rubrik\">Något behöver rättas</h2><ul>");
        foreach (var (key, message) in errors)
            html.AppendHtml(labels.TryGetValue(key, out var field)
                ? $"<li><a class=\"ds-link\" href=\"#{field.Id}\">{FieldHtml.Encode(field.Label + (field.Label.EndsWith('?') ? " " : ": ") + message)}</a></li>"
                : $"<li>{FieldHtml.Encode(message)}</li>");
        output.Content.SetHtmlContent(html.AppendHtml("</ul>"));
    }
}
