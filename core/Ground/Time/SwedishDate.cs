using System.Globalization;
using System.Text.RegularExpressions;

namespace EnVagUt.Core.Ground.Time;

public enum DateReading
{
    Read,
    /// <summary>Not written in any of the ways we read.</summary>
    Unreadable,
    /// <summary>Readable, but there is no such day: 2026-02-30.</summary>
    Impossible,
}

/// <summary>
/// Dates as people write them: 2026-11-22, 20261122, 22/11 2026, 22.11.2026, 22 november 2026, den 22 nov 2026.
/// The year always has four digits: 85 might be either century, and 01-02-03 might be anything.
/// </summary>
public static partial class SwedishDate
{
    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    public static DateReading Read(string typed, out DateOnly date)
    {
        date = default;
        var match = Patterns().Match(typed.Trim());
        if (!match.Success || Month(match.Groups["month"].Value) is not { } month)
            return DateReading.Unreadable;
        var (year, day) = (Number(match.Groups["year"].Value), Number(match.Groups["day"].Value));
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return DateReading.Impossible;
        date = new DateOnly(year, month, day);
        return DateReading.Read;
    }

    private static int? Month(string text)
    {
        if (char.IsDigit(text[0]))
            return Number(text);
        var name = text.TrimEnd('.').ToLowerInvariant();
        var index = Array.FindIndex(Months, m => m == name || (name.Length >= 3 && m.StartsWith(name, StringComparison.Ordinal)));
        return index < 0 ? null : index + 1;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // Year first, with signs or with none; day first, with any sign or blanks between.
    [GeneratedRegex("""
        ^(?: (?<year>[0-9]{4}) [-/.–−] (?<month>[0-9]{1,2}) [-/.–−] (?<day>[0-9]{1,2})
           | (?<year>[0-9]{4}) (?<month>[0-9]{2}) (?<day>[0-9]{2})
           | (?:den\s+)? (?<day>[0-9]{1,2}) (?:\s*[-/.–−]\s*|\s+) (?<month>[0-9]{1,2}|\p{L}{3,9}\.?) (?:\s*[-/.,–−]\s*|\s+) (?<year>[0-9]{4})
        )$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Patterns();
}
