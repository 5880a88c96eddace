using System.Globalization;

namespace EnVagUt.Core.Ground.Time;

/// <summary>Days are Stockholm days; instants are UTC. Only an injected <see cref="TimeProvider"/> tells the time.</summary>
public static class SwedishTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    // Without the full stops that the culture writes.
    private static readonly string[] Months = ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime.StockholmDate();

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateOnly StockholmDate(this DateTime utc) => DateOnly.FromDateTime(ToStockholm(utc));

    public static DateTime ToStockholm(this DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The instant at which a Stockholm day begins; exact over both clock changes.</summary>
    public static DateTime StartOfDayUtc(this DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Zone);

    /// <summary>«22 nov 2026 kl. 06.00», for instants in lists and tables.</summary>
    public static string Clocked(this DateTime utc) =>
        DateOnly.FromDateTime(utc.ToStockholm()).Brief() + utc.ToStockholm().ToString(" 'kl.' HH.mm", CultureInfo.InvariantCulture);

    /// <summary>«22 november 2026», the way dates are written in sentences.</summary>
    public static string Written(this DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>«1 månad», «6 månader».</summary>
    public static string InMonths(this int months) => months == 1 ? "1 månad" : string.Create(Culture, $"{months} månader");

    /// <summary>«22 nov 2026», the way dates are written in lists and tables. What is typed is another matter.</summary>
    public static string Brief(this DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year:0000}");
}
