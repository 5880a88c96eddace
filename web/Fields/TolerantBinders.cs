using System.Globalization;
using EnVagUt.Core.Ground.Time;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EnVagUt.Web.Fields;

/// <summary>Reads dates, times and numbers as people write them, keeps what was typed, and says in Swedish what is wrong.</summary>
internal sealed class TolerantBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType switch
    {
        var t when t == typeof(DateOnly) => new DateBinder(),
        var t when t == typeof(TimeOnly) => new TimeBinder(),
        var t when t == typeof(decimal) => new DecimalBinder(),
        var t when t == typeof(int) => new WholeBinder(),
        _ => null,
    };
}

internal abstract class TolerantBinder : IModelBinder
{
    /// <summary>The value, or an error in Swedish.</summary>
    protected abstract (object? Value, string? Error) Read(string typed);

    protected abstract string MissingText { get; }

    public Task BindModelAsync(ModelBindingContext context)
    {
        var posted = context.ValueProvider.GetValue(context.ModelName);
        if (posted == ValueProviderResult.None)
            return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, posted);
        var typed = posted.FirstValue?.Trim() ?? "";
        if (typed.Length == 0)
        {
            if (context.ModelMetadata.IsReferenceOrNullableType)
                context.Result = ModelBindingResult.Success(null);
            else
                context.ModelState.TryAddModelError(context.ModelName, MissingText);
            return Task.CompletedTask;
        }
        var (value, error) = Read(typed);
        if (error is null)
            context.Result = ModelBindingResult.Success(value);
        else
            context.ModelState.TryAddModelError(context.ModelName, error);
        return Task.CompletedTask;
    }
}

internal sealed class DateBinder : TolerantBinder
{
    protected override string MissingText => "Fyll i datumet.";

    protected override (object?, string?) Read(string typed) => SwedishDate.Read(typed, out var date) switch
    {
        DateReading.Read => (date, null),
        DateReading.Impossible => (null, "Datumet finns inte i kalendern."),
        _ => (null, "Skriv datumet med år, månad och dag, till exempel 2026-11-22."),
    };
}

internal sealed class TimeBinder : TolerantBinder
{
    private static readonly string[] Formats = ["H\\:mm", "H.mm", "HHmm", "%H", "H\\:mm\\:ss"];

    protected override string MissingText => "Fyll i klockslaget.";

    protected override (object?, string?) Read(string typed) =>
        TimeOnly.TryParseExact(typed.Replace("kl", "", StringComparison.OrdinalIgnoreCase).TrimStart('.', ' '), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time, null)
            : (null, "Skriv klockslaget med timmar och minuter, till exempel 08:30.");
}

internal sealed class WholeBinder : TolerantBinder
{
    protected override string MissingText => "Fyll i talet.";

    protected override (object?, string?) Read(string typed) =>
        int.TryParse(string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace('\u2212', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (value, null)
            : (null, "Skriv ett heltal med siffror, till exempel 12.");
}

internal sealed class DecimalBinder : TolerantBinder
{
    protected override string MissingText => "Fyll i talet.";

    protected override (object?, string?) Read(string typed)
    {
        var plain = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace('\u2212', '-').Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (value, null)
            : (null, "Skriv ett tal med siffror, till exempel 37,5.");
    }
}
