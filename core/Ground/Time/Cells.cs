
namespace EnVagUt.Core.Ground.Time;

public enum DayPart { Forenoon, Afternoon, Evening }

/// <summary>
/// A set of the week's 21 cells (Monday to Sunday × förmiddag, eftermiddag, kväll), one bit each. Two claims meet only
/// when a real calendar day and a cell coincide (docs/model.md, Slots and claims).
/// </summary>
public readonly record struct Cells(int Mask)
{
    public const int Count = 21;
    private static readonly string[] Days = ["mån", "tis", "ons", "tor", "fre", "lör", "sön"];
    private static readonly string[] Parts = ["fm", "em", "kväll"];

    public static readonly Cells Empty;

    /// <summary>Monday to Friday, before and after noon.</summary>
    public static readonly Cells OfficeWeek = From(Enumerable.Range(0, 5).SelectMany(d => new[] { d * 3, d * 3 + 1 }));

    public static int Index(DayOfWeek day, DayPart part) => ((int)day + 6) % 7 * 3 + (int)part;

    public static Cells From(IEnumerable<int> indexes) => new(indexes.Aggregate(0, (mask, i) => mask | 1 << i));

    public bool IsEmpty => Mask == 0;
    public bool Has(int index) => (Mask >> index & 1) == 1;
    public bool Contains(Cells other) => (Mask & other.Mask) == other.Mask;
    public Cells And(Cells other) => new(Mask & other.Mask);

    public IEnumerable<int> Indexes
    {
        get
        {
            for (var i = 0; i < Count; i++)
                if (Has(i))
                    yield return i;
        }
    }

    /// <summary>The first and last day of the period that fall on the cell's weekday; null when there is none.</summary>
    public static Period? DaysOf(int index, Period period)
    {
        var weekday = index / 3;
        var first = period.From.AddDays((weekday - MondayBased(period.From) + 7) % 7);
        if (first > period.Last)
            return null;
        return period.To is { } to ? new Period(first, to.AddDays(-((MondayBased(to) - weekday + 7) % 7))) : new Period(first, null);
    }

    /// <summary>Whether a real day of both periods carries a cell of both sets.</summary>
    public static bool Meet(Period a, Cells inA, Period b, Cells inB) =>
        a.Intersect(b) is { } shared && inA.And(inB).Indexes.Any(i => DaysOf(i, shared) is not null);

    /// <summary>«mån–ons fm, fre em».</summary>
    public override string ToString()
    {
        var cells = this;
        var texts = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            var parts = PartsOf(cells, day);
            if (parts == 0)
                continue;
            var last = day;
            while (last < 6 && PartsOf(cells, last + 1) == parts)
                last++;
            var days = last == day ? Days[day] : last == day + 1 ? $"{Days[day]}, {Days[last]}" : $"{Days[day]}–{Days[last]}";
            texts.Add(days + " " + string.Join(" och ", Enumerable.Range(0, 3).Where(p => (parts >> p & 1) == 1).Select(p => Parts[p])));
            day = last;
        }
        return string.Join("; ", texts);
    }

    private static int PartsOf(Cells cells, int day) => cells.Mask >> (day * 3) & 7;

    private static int MondayBased(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}
