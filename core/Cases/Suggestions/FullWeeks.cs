using System.Globalization;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Slots;

namespace EnVagUt.Core.Cases.Suggestions;

/// <summary>The weeks of a period in which one more would break a ceiling: «v. 3–8, 11».</summary>
/// <param name="Weeks">Mondays.</param>
internal sealed record FullWeeks(IReadOnlyList<DateOnly> Weeks, bool IsAll)
{
    /// <summary>Of an open-ended period the first half year is looked at.</summary>
    private const int MostWeeks = 26;

    public static FullWeeks Of(Period period, Cells cells, int ceiling, IReadOnlyList<Busy> load)
    {
        var others = load.Where(b => Cells.Meet(period, cells, b.Period, b.Cells)).Select(b => (b.Period, b.Cells)).ToList();
        if (others.Count < ceiling && ceiling > 0)
            return new([], false);
        var monday = period.From.AddDays(-(((int)period.From.DayOfWeek + 6) % 7));
        var looked = Enumerable.Range(0, MostWeeks).Select(i => monday.AddDays(7 * i)).TakeWhile(m => m <= period.Last).ToList();
        var full = looked.FindAll(m =>
            period.Intersect(new Period(m, m.AddDays(6))) is { } week && Occupancy.PeakWith(week, cells, others) > ceiling);
        return new(full, full.Count == looked.Count);
    }

    public override string ToString()
    {
        var texts = new List<string>();
        for (var i = 0; i < Weeks.Count; i++)
        {
            var first = Weeks[i];
            while (i + 1 < Weeks.Count && Weeks[i + 1] == Weeks[i].AddDays(7))
                i++;
            texts.Add(first == Weeks[i] ? Number(first) : $"{Number(first)}–{Number(Weeks[i])}");
        }
        return "v. " + string.Join(", ", texts);
    }

    private static string Number(DateOnly monday) =>
        ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue)).ToString(CultureInfo.InvariantCulture);
}
