using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Fields;

/// <summary>The markup of <see cref="FieldTagHelper"/>: Designsystemet's classes, plain elements, every relation by id.</summary>
internal static class FieldHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => Encoder.Encode(text ?? "");

    public static IHtmlContent Field(FieldState f, IHtmlContent label, IHtmlContent control)
    {
        var html = new HtmlContentBuilder();
        html.AppendHtml($"<div class=\"ds-field\"><label class=\"ds-label\" for=\"{f.Id}\">").AppendHtml(label).AppendHtml("</label>");
        return html.AppendHtml(HintAndError(f)).AppendHtml(control).AppendHtml("</div>");
    }

    public static IHtmlContent Input(FieldState f, string? value, int? maxLength, string? autocomplete)
    {
        var input = Control("input", f);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var (type, mode, size) = f.Kind switch
        {
            FieldKind.Email => ("email", null, null),
            FieldKind.Phone => ("tel", null, "20"),
            FieldKind.Password => ("password", null, null),
            FieldKind.Search => ("search", null, null),
            FieldKind.File => ("file", null, null),
            FieldKind.Date => ("text", "numeric", "16"),
            FieldKind.Time => ("text", "numeric", "6"),
            FieldKind.Whole => ("text", "numeric", "8"),
            FieldKind.Decimal => ("text", "decimal", "8"),
            _ => ("text", (string?)null, (string?)null),
        };
        input.Attributes["type"] = type;
        Set(input, "inputmode", mode);
        Set(input, "size", size);
        Set(input, "maxlength", maxLength?.ToString(CultureInfo.InvariantCulture));
        Set(input, "autocomplete", autocomplete ?? (f.Kind switch { FieldKind.Email => "email", FieldKind.Phone => "tel", _ => null }));
        if (f.Kind is not (FieldKind.Password or FieldKind.File))
            Set(input, "value", value);
        return input;
    }

    public static IHtmlContent Textarea(FieldState f, string? value, int rows, int? maxLength)
    {
        var area = Control("textarea", f);
        area.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
        Set(area, "maxlength", maxLength?.ToString(CultureInfo.InvariantCulture));
        area.InnerHtml.AppendHtml("\n").Append(value ?? "");
        return area;
    }

    public static IHtmlContent Select(FieldState f, List<SelectListItem> items, List<string> values, string empty)
    {
        var select = Control("select", f);
        if (empty.Length > 0 && items.All(i => i.Value != ""))
            select.InnerHtml.AppendHtml($"<option value=\"\">{Encode(empty)}</option>");
        foreach (var group in items.GroupBy(i => i.Group?.Name))
        {
            if (group.Key is not null)
                select.InnerHtml.AppendHtml($"<optgroup label=\"{Encode(group.Key)}\">");
            foreach (var item in group)
                select.InnerHtml.AppendHtml($"<option value=\"{Encode(item.Value ?? item.Text)}\"{(Chosen(item, values) ? " selected" : "")}>{Encode(item.Text)}</option>");
            if (group.Key is not null)
                select.InnerHtml.AppendHtml("</optgroup>");
        }
        return select;
    }

    public static IHtmlContent Checkbox(FieldState f, string label, bool ticked)
    {
        var html = new HtmlContentBuilder();
        html.AppendHtml($"<div class=\"ds-field\"><input class=\"ds-input\" type=\"checkbox\" id=\"{f.Id}\" name=\"{f.Name}\" value=\"true\"{(ticked ? " checked" : "")}{Aria(f)}>");
        html.AppendHtml($"<label class=\"ds-label\" for=\"{f.Id}\">{Encode(label)}</label>").AppendHtml(HintAndError(f));
        return html.AppendHtml($"</div><input type=\"hidden\" name=\"{f.Name}\" value=\"false\">");
    }

    /// <summary>Radio buttons or checkboxes in a group. The first has the field's own id, so that the error summary leads to it.</summary>
    public static IHtmlContent Choices(FieldState f, IHtmlContent legend, List<SelectListItem> items, List<string> values)
    {
        var radios = f.Kind == FieldKind.Radios;
        var html = new HtmlContentBuilder();
        html.AppendHtml($"<fieldset class=\"ds-fieldset\"{(radios ? " role=\"radiogroup\"" + (f.Required ? " aria-required=\"true\"" : "") : "")}{Aria(f, invalid: radios)}>");
        html.AppendHtml("<legend class=\"ds-label\">").AppendHtml(legend).AppendHtml("</legend>").AppendHtml(HintAndError(f));
        for (var i = 0; i < items.Count; i++)
        {
            var id = i == 0 ? f.Id : $"{f.Id}-{i}";
            var (value, type) = (items[i].Value ?? items[i].Text, radios ? "radio" : "checkbox");
            html.AppendHtml($"<div class=\"ds-field\"><input class=\"ds-input\" type=\"{type}\" id=\"{id}\" name=\"{f.Name}\" value=\"{Encode(value)}\"{(Chosen(items[i], values) ? " checked" : "")}>");
            html.AppendHtml($"<label class=\"ds-label\" for=\"{id}\">{Encode(items[i].Text)}</label></div>");
        }
        return html.AppendHtml("</fieldset>");
    }

    private static bool Chosen(SelectListItem item, List<string> values) =>
        values.Count == 0 ? item.Selected : values.Contains(item.Value ?? item.Text, StringComparer.OrdinalIgnoreCase);

    private static HtmlContentBuilder HintAndError(FieldState f)
    {
        var html = new HtmlContentBuilder();
        if (f.Hint is { Length: > 0 })
            html.AppendHtml($"<p data-field=\"description\" id=\"{f.Id}-hint\">{Encode(f.Hint)}</p>");
        if (f.Error is not null)
            html.AppendHtml($"<p class=\"ds-validation-message\" id=\"{f.Id}-error\">{Encode(f.Error)}</p>");
        return html;
    }

    private static TagBuilder Control(string tag, FieldState f)
    {
        var control = new TagBuilder(tag);
        control.Attributes["class"] = "ds-input";
        control.Attributes["id"] = f.Id;
        control.Attributes["name"] = f.Name;
        Set(control, "aria-describedby", DescribedBy(f));
        Set(control, "aria-invalid", f.Error is null ? null : "true");
        Set(control, "aria-required", f.Required ? "true" : null);
        return control;
    }

    private static string Aria(FieldState f, bool invalid = true) =>
        (DescribedBy(f) is { } ids ? $" aria-describedby=\"{ids}\"" : "") + (invalid && f.Error is not null ? " aria-invalid=\"true\"" : "");

    private static string? DescribedBy(FieldState f) => (f.Hint is { Length: > 0 }, f.Error is not null) switch
    {
        (true, true) => $"{f.Id}-hint {f.Id}-error",
        (true, false) => $"{f.Id}-hint",
        (false, true) => $"{f.Id}-error",
        _ => null,
    };

    private static void Set(TagBuilder tag, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            tag.Attributes[name] = value;
    }
}
