using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EnVagUt.Web.Fields;

/// <summary>
/// Paging by key (docs/model.md, Search and order): <c>&lt;previous-next previous="@Model.Rows.Previous" next="@Model.Rows.Next" /&gt;</c> makes links
/// to this page with <c>?fore=KEY</c> and <c>?efter=KEY</c>, every other query value kept. Nothing when both are empty.
/// </summary>
[HtmlTargetElement("previous-next", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PreviousNextTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public string? Previous { get; set; }
    public string? Next { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "previous-next");
        output.Attributes.SetAttribute("aria-label", "Bläddra i listan");
        output.Content.SetHtmlContent(Link("fore", Previous, "prev", "← Föregående") + Link("efter", Next, "next", "Nästa →"));
    }

    private string Link(string parameter, string? key, string rel, string text)
    {
        if (string.IsNullOrEmpty(key))
            return "";
        var kept = ViewContext.HttpContext.Request.Query.Where(q => q.Key is not ("fore" or "efter"));
        var query = new QueryBuilder(kept) { { parameter, key } };
        return $"<a class=\"ds-button\" data-variant=\"secondary\" rel=\"{rel}\" href=\"{FieldHtml.Encode(query.ToQueryString().Value)}\">{text}</a>";
    }
}
