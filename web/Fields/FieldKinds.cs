using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Fields;

internal enum FieldKind { Text, Email, Phone, Password, Search, File, Date, Time, Whole, Decimal, Textarea, Checkbox, Checkboxes, Radios, Select }

/// <param name="Required">Whether an empty answer is refused.</param>
internal sealed record FieldState(string Name, string Id, FieldKind Kind, string? Error, string? Hint, bool Required);

/// <summary>Which control a property gets.</summary>
internal static class FieldKinds
{
    private const int MostRadios = 5;

    public static FieldKind Of(ModelMetadata property, string? chosen, int? rows, IEnumerable<SelectListItem>? items) => chosen switch
    {
        "text" => FieldKind.Text,
        "textarea" => FieldKind.Textarea,
        "select" => FieldKind.Select,
        "radio" => FieldKind.Radios,
        "checkboxes" => FieldKind.Checkboxes,
        "password" => FieldKind.Password,
        "search" => FieldKind.Search,
        null or "" => Of(property, rows, items),
        _ => throw new ArgumentException($"<field as=\"{chosen}\"> is unknown."),
    };

    private static FieldKind Of(ModelMetadata property, int? rows, IEnumerable<SelectListItem>? items)
    {
        if (property.IsEnumerableType)
            return FieldKind.Checkboxes;
        if (items is not null)
            return FieldKind.Select;
        if (EnumOf(property) is { } type)
            return Enum.GetValues(type).Length <= MostRadios ? FieldKind.Radios : FieldKind.Select;
        return property.UnderlyingOrModelType switch
        {
            var t when t == typeof(IFormFile) => FieldKind.File,
            var t when t == typeof(bool) => FieldKind.Checkbox,
            var t when t == typeof(DateOnly) => FieldKind.Date,
            var t when t == typeof(TimeOnly) => FieldKind.Time,
            var t when t == typeof(int) || t == typeof(long) => FieldKind.Whole,
            var t when t == typeof(decimal) || t == typeof(double) => FieldKind.Decimal,
            _ => rows is not null ? FieldKind.Textarea : OfText(property),
        };
    }

    private static FieldKind OfText(ModelMetadata property) => property.DataTypeName switch
    {
        "MultilineText" => FieldKind.Textarea,
        "EmailAddress" => FieldKind.Email,
        "PhoneNumber" => FieldKind.Phone,
        "Password" => FieldKind.Password,
        _ => FieldKind.Text,
    };

    /// <summary>The enum of a property, of a nullable one, or of the elements of a list.</summary>
    public static Type? EnumOf(ModelMetadata property)
    {
        var type = property.IsEnumerableType ? property.ElementMetadata!.UnderlyingOrModelType : property.UnderlyingOrModelType;
        return type.IsEnum ? type : null;
    }
}
