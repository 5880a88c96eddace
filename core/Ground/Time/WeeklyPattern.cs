using System.Globalization;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Ground.Time;

/// <param name="Cell">0–20, see <see cref="Cells"/>.</param>
/// <param name="BreakMinutes">Unpaid rest within the cell.</param>
public sealed record CellTime(int Cell, TimeOnly Start, TimeOnly End, int BreakMinutes)
{
    // Two TimeOnly subtracted wrap around midnight, and 13–12 would be 23 hours.
    public int Minutes => (int)(End.ToTimeSpan() - Start.ToTimeSpan()).TotalMinutes - BreakMinutes;
}

/// <summary>Which cells of a week a slot uses, each with start, end and break.</summary>
public sealed class WeeklyPattern
{
    /// <summary>Full time in Sweden, 40 hours (arbetstidslagen 1982:673 5 §), against which extent is counted.</summary>
    public const int FullTimeMinutes = 40 * 60;

    public WeeklyPattern(IEnumerable<CellTime> times)
    {
        List<CellTime> sorted = [.. times];
        sorted.Sort((a, b) => a.Cell.CompareTo(b.Cell));
        RuleBreachException.When(sorted.Count == 0, Rule.PatternEmpty, "Pattern");
        RuleBreachException.When(sorted.Exists(t => t.Minutes <= 0 || t.BreakMinutes < 0), Rule.PatternTimesReversed, "Pattern");
        (Times, Cells) = (sorted, Cells.From(sorted.Select(t => t.Cell)));
    }

    public IReadOnlyList<CellTime> Times { get; }
    public Cells Cells { get; }

    /// <summary>Share of full time, 1–100 percent, of the cells in <paramref name="used"/>.</summary>
    public int ExtentPercent(Cells used) =>
        Math.Clamp((int)Math.Round(100m * Times.Where(t => used.Has(t.Cell)).Sum(t => t.Minutes) / FullTimeMinutes), 1, 100);

    /// <summary>The usual times of each part of the day: 08–12, 13–16.30, 17–20.</summary>
    public static WeeklyPattern Usual(Cells cells) => new(cells.Indexes.Select(i => (i % 3) switch
    {
        0 => new CellTime(i, new TimeOnly(8, 0), new TimeOnly(12, 0), 0),
        1 => new CellTime(i, new TimeOnly(12, 30), new TimeOnly(16, 30), 0),
        _ => new CellTime(i, new TimeOnly(17, 0), new TimeOnly(20, 0), 0),
    }));

    /// <summary>«0:0800-1200-0 1:1230-1630-0», as it is stored.</summary>
    public override string ToString() => string.Join(' ', Times.Select(t =>
        string.Create(CultureInfo.InvariantCulture, $"{t.Cell}:{t.Start:HHmm}-{t.End:HHmm}-{t.BreakMinutes}")));

    /// <summary>Reads what <see cref="ToString"/> wrote. Lists read 25 of them a page, so no cell costs a culture or a string.</summary>
    public static WeeklyPattern Parse(string stored)
    {
        var all = stored.AsSpan();
        var times = new List<CellTime>(Cells.Count);
        foreach (var part in all.Split(' '))
        {
            var text = all[part];
            var colon = text.IndexOf(':');
            var clock = text[(colon + 1)..];
            times.Add(new(int.Parse(text[..colon], CultureInfo.InvariantCulture), Clock(clock), Clock(clock[5..]), int.Parse(clock[10..], CultureInfo.InvariantCulture)));
        }
        return new(times);
    }

    private static TimeOnly Clock(ReadOnlySpan<char> text) =>
        new(int.Parse(text[..2], CultureInfo.InvariantCulture), int.Parse(text[2..4], CultureInfo.InvariantCulture));
}
