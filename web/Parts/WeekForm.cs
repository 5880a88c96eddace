using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Web.Parts;

/// <summary>
/// A weekly pattern as a table of boxes: the times of a part of the day hold for every day that is ticked, unless a day
/// has its own.
/// </summary>
public sealed class WeekForm
{
    public static readonly IReadOnlyList<string> Days = ["Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"];
    public static readonly IReadOnlyList<string> Parts = ["Förmiddag", "Eftermiddag", "Kväll"];
    public static readonly IReadOnlyList<string> BriefParts = ["Fm", "Em", "Kväll"];
    private static readonly WeeklyPattern Usual = WeeklyPattern.Usual(Cells.From([0, 1, 2]));

    /// <summary>The ticked cells, 0–20.</summary>
    public List<int> Ticked { get; set; } = [];

    /// <summary>Times of forenoon, afternoon and evening.</summary>
    public List<TimesForm> Usually { get; set; } = [];

    /// <summary>Times of single cells that differ, by cell; 21 or none.</summary>
    public List<TimesForm> Own { get; set; } = [];

    public bool HasOwn => Own.Any(o => o.Start is not null || o.End is not null || o.BreakMinutes is not null);

    public static WeekForm Of(WeeklyPattern pattern)
    {
        var usually = Enumerable.Range(0, 3).Select(part => TimesForm.Of(
            pattern.Times.Where(t => t.Cell % 3 == part).GroupBy(t => t with { Cell = part }).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? Usual.Times[part])).ToList();
        return new WeekForm
        {
            Ticked = [.. pattern.Cells.Indexes],
            Usually = usually,
            Own = [.. Enumerable.Range(0, Cells.Count).Select(cell =>
                pattern.Times.FirstOrDefault(t => t.Cell == cell) is { } time && !usually[cell % 3].Is(time) ? TimesForm.Of(time) : new TimesForm())],
        };
    }

    public IReadOnlyList<CellTime> ToTimes() => [.. Ticked.Where(c => c is >= 0 and < Cells.Count).Distinct().Select(cell =>
    {
        var (own, part, usual) = (Own.ElementAtOrDefault(cell), Usually.ElementAtOrDefault(cell % 3), Usual.Times[cell % 3]);
        return new CellTime(cell, own?.Start ?? part?.Start ?? usual.Start, own?.End ?? part?.End ?? usual.End,
            own?.BreakMinutes ?? part?.BreakMinutes ?? 0);
    })];
}

public sealed class TimesForm
{
    public TimeOnly? Start { get; set; }
    public TimeOnly? End { get; set; }
    public int? BreakMinutes { get; set; }

    internal static TimesForm Of(CellTime t) => new() { Start = t.Start, End = t.End, BreakMinutes = t.BreakMinutes == 0 ? null : t.BreakMinutes };

    internal bool Is(CellTime t) => Start == t.Start && End == t.End && (BreakMinutes ?? 0) == t.BreakMinutes;
}
