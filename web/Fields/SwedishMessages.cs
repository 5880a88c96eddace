using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace EnVagUt.Web.Fields;

/// <summary>
/// What model binding and DataAnnotations say, in Swedish. The texts name no field: they stand beside it, and the error
/// summary puts the label before them.
/// </summary>
internal sealed class SwedishMessages : IValidationMetadataProvider
{
    public static void Use(MvcOptions options)
    {
        var m = options.ModelBindingMessageProvider;
        m.SetAttemptedValueIsInvalidAccessor((_, _) => "Värdet går inte att läsa. Kontrollera vad du har skrivit.");
        m.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Värdet går inte att läsa. Kontrollera vad du har skrivit.");
        m.SetUnknownValueIsInvalidAccessor(_ => "Värdet går inte att läsa. Kontrollera vad du har skrivit.");
        m.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Värdet går inte att läsa. Kontrollera vad du har skrivit.");
        m.SetValueIsInvalidAccessor(_ => "Värdet går inte att läsa. Kontrollera vad du har skrivit.");
        m.SetValueMustBeANumberAccessor(_ => "Skriv ett tal med siffror.");
        m.SetNonPropertyValueMustBeANumberAccessor(() => "Skriv ett tal med siffror.");
        m.SetValueMustNotBeNullAccessor(_ => Required);
        m.SetMissingBindRequiredValueAccessor(_ => Required);
        m.SetMissingKeyOrValueAccessor(() => Required);
        m.SetMissingRequestBodyRequiredValueAccessor(() => "Inget skickades. Försök igen.");
        options.ModelMetadataDetailsProviders.Add(new SwedishMessages());
    }

    private const string Required = "Fyll i uppgiften.";

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (attribute.ErrorMessageResourceName is null && IsDefault(attribute) && TextFor(attribute, context.Key.ModelType) is { } text)
                attribute.ErrorMessage = text;
    }

    // A text of the page's own, or ours from an earlier round over the same attribute, stays. The e-mail, phone and
    // address attributes are born with an English one.
    private static bool IsDefault(ValidationAttribute attribute) =>
        attribute.ErrorMessage is null || (attribute is DataTypeAttribute && attribute.ErrorMessage.StartsWith("The {0}", StringComparison.Ordinal));

    private static string? TextFor(ValidationAttribute attribute, Type type) => attribute switch
    {
        RequiredAttribute when type.IsEnum || Nullable.GetUnderlyingType(type) is { IsEnum: true } => "Välj ett av alternativen.",
        RequiredAttribute => Required,
        StringLengthAttribute { MinimumLength: > 0 } s => $"Skriv mellan {s.MinimumLength} och {s.MaximumLength} tecken.",
        StringLengthAttribute s => $"Texten är för lång. Skriv högst {s.MaximumLength} tecken.",
        MaxLengthAttribute m when type == typeof(string) => $"Texten är för lång. Skriv högst {m.Length} tecken.",
        MaxLengthAttribute m => $"Välj högst {m.Length}.",
        MinLengthAttribute m when type == typeof(string) => $"Texten är för kort. Skriv minst {m.Length} tecken.",
        MinLengthAttribute m => $"Välj minst {m.Length}.",
        RangeAttribute r => $"Ange ett värde mellan {r.Minimum} och {r.Maximum}.",
        EmailAddressAttribute => "E-postadressen ser inte rätt ut. Skriv till exempel namn@foretag.se.",
        PhoneAttribute => "Telefonnumret ser inte rätt ut. Skriv till exempel 031-390 06 10.",
        UrlAttribute => "Webbadressen ser inte rätt ut. Den börjar med https://.",
        CompareAttribute => "De två fälten är inte lika.",
        RegularExpressionAttribute => "Uppgiften är inte skriven på rätt sätt.",
        _ => null,
    };
}
