using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EnVagUt.Web.Fields;

/// <summary>
/// One field with label, hint, error text and what was typed:
/// <c>&lt;field for="Input.Name" label="Namn" hint="Så som det står på dörren" /&gt;</c>.
/// The kind of control follows the property: bool a checkbox; an enum radio buttons (up to five) or a select; a list of
/// enums, or a list with <c>items</c>, checkboxes; <c>items</c> a select; DateOnly, TimeOnly and numbers short text
/// fields read tolerantly; [DataType(MultilineText)] or <c>rows</c> a textarea; [EmailAddress], [Phone],
/// IFormFile and
/// [DataType(Password)] what they say. <c>as</c> overrides: text, textarea, select, radio, checkboxes, password, search.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The property. Required.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The label; without it the property's [Display(Name)].</summary>
    public string? Label { get; set; }

    /// <summary>One or two sentences below the label.</summary>
    public string? Hint { get; set; }

    /// <summary>text, textarea, select, radio, checkboxes, password or search; without it the property decides.</summary>
    public string? As { get; set; }

    /// <summary>The choices of a select, of radio buttons or of checkboxes.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Text of the empty choice in a select: «Välj …». "" leaves it out.</summary>
    public string Empty { get; set; } = "Välj …";

    /// <summary>Height of a textarea; makes a text property one.</summary>
    public int? Rows { get; set; }

    /// <summary>«(frivilligt)» is written after a label whose property is not required, unless this is false (filters, lists of choices).</summary>
    public bool MarkOptional { get; set; } = true;

    /// <summary>The HTML autocomplete value: «organization», «email», «one-time-code».</summary>
    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // [BindProperty(Name = "q")] is what the page reads, so it is what the form sends.
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Metadata.BinderModelName ?? For.Name);
        var entry = ViewContext.ViewData.ModelState[name];
        var kind = FieldKinds.Of(For.Metadata, As, Rows, Items);
        var state = new FieldState(name, TagBuilder.CreateSanitizedId(name, "_"), kind, Error(entry), Hint, For.Metadata.IsRequired && kind != FieldKind.Checkbox);
        var label = !string.IsNullOrEmpty(Label) ? Label : For.Metadata.GetDisplayName();
        FieldLabels.Of(ViewContext.HttpContext)[name] = new(state.Id, label);

        output.TagName = null;
        output.Content.SetHtmlContent(kind switch
        {
            FieldKind.Checkbox => FieldHtml.Checkbox(state, label, Values(entry).Contains("true", StringComparer.OrdinalIgnoreCase)),
            FieldKind.Radios or FieldKind.Checkboxes => FieldHtml.Choices(state, LabelText(label, state), Choices(), Values(entry)),
            FieldKind.Select => FieldHtml.Field(state, LabelText(label, state), FieldHtml.Select(state, Choices(), Values(entry), Empty)),
            FieldKind.Textarea => FieldHtml.Field(state, LabelText(label, state), FieldHtml.Textarea(state, Values(entry).FirstOrDefault(), Rows ?? 5, MaxLength())),
            _ => FieldHtml.Field(state, LabelText(label, state), FieldHtml.Input(state, Values(entry).FirstOrDefault(), MaxLength(), Autocomplete)),
        });
    }

    private HtmlString LabelText(string label, FieldState state)
    {
        var text = FieldHtml.Encode(label);
        return new(MarkOptional && !state.Required && state.Kind is not (FieldKind.Checkboxes or FieldKind.Search)
            ? text + " <span class=\"optional\">(frivilligt)</span>"
            : text);
    }

    // What was typed wins over what is stored, so that a refused form comes back as it was sent.
    private List<string> Values(ModelStateEntry? entry)
    {
        if (entry?.RawValue is { } raw)
            return [.. raw as IEnumerable<string> ?? [Convert.ToString(raw, CultureInfo.InvariantCulture) ?? ""]];
        return For.Model is IEnumerable many and not string
            ? [.. many.Cast<object>().Select(Text)]
            : For.Model is null ? [] : [Text(For.Model)];
    }

    private static string Text(object value) => value switch
    {
        DateOnly d => d.Typed(),
        TimeOnly t => t.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal or double or float => ((IFormattable)value).ToString("0.####", SwedishTime.Culture),
        IFormattable f when value is not Enum => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private List<SelectListItem> Choices() => Items is not null
        ? [.. Items]
        : [.. FieldKinds.EnumOf(For.Metadata) is { } type
            ? Enum.GetValues(type).Cast<Enum>().Select(e => new SelectListItem(e.Label(), e.ToString()))
            : throw new InvalidOperationException($"<field for=\"{For.Name}\"> has no items to choose among.")];

    private int? MaxLength() => For.Metadata.ValidatorMetadata
        .Select(v => v switch { StringLengthAttribute s => s.MaximumLength, MaxLengthAttribute m => m.Length, _ => (int?)null })
        .FirstOrDefault(l => l is not null);

    private static string? Error(ModelStateEntry? entry) =>
        entry is { Errors: { Count: > 0 } errors } ? string.Join(" ", errors.Select(e => e.ErrorMessage).Distinct()) : null;
}
