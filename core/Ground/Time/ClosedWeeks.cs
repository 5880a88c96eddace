using System.Globalization;

namespace EnVagUt.Core.Ground.Time;

/// <summary>The ISO weeks of every year in which a workplace is closed: «28-31». No new claim, reminder or follow-up lies there.</summary>
public readonly record struct ClosedWeeks(int First, int Last)
{
    /// <summary>Who is closed for longer takes nobody: then the workplace is not active, and a clock that stands still would never go on.</summary>
    public const int Most = 26;

    public bool Covers(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)) is var week && week >= First && week <= Last;

    public static bool TryParse(string? text, out ClosedWeeks weeks)
    {
        weeks = default;
        var parts = (text ?? "").Replace("v.", "", StringComparison.OrdinalIgnoreCase).Replace('–', '-').Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length is not (1 or 2) || !int.TryParse(parts[0], out var first) || !int.TryParse(parts[^1], out var last))
            return false;
        if (first < 1 || last > 53 || last < first || last - first >= Most)
            return false;
        weeks = new ClosedWeeks(first, last);
        return true;
    }

    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}
