using System.Globalization;

namespace EnVagUt.Core.Places.Procurement;

/// <summary>
/// Months of full time, exact: extent × days ÷ days in that month (docs/vardag.md, Fulfilment). Held as a whole number of the
/// smallest part that percent and 28, 29, 30 or 31 days can make; rounded only for display.
/// </summary>
public readonly record struct MonthUnits(long Parts) : IComparable<MonthUnits>
{
    /// <summary>The least common multiple of 28, 29, 30 and 31, times 100 for percent.</summary>
    private const long PerMonth = 377_580L * 100;

    public static readonly MonthUnits Zero;

    public static MonthUnits FromMonths(int months) => new(months * PerMonth);

    /// <summary>The months of full time that somebody does from one day to another, both included, at an extent in percent.</summary>
    public static MonthUnits Between(DateOnly from, DateOnly to, int extentPercent)
    {
        long parts = 0;
        for (var first = from; first <= to;)
        {
            var days = DateTime.DaysInMonth(first.Year, first.Month);
            var monthEnd = new DateOnly(first.Year, first.Month, days);
            var last = monthEnd < to ? monthEnd : to;
            parts += (last.DayNumber - first.DayNumber + 1) * (PerMonth / 100 / days) * extentPercent;
            first = last.AddDays(1);
        }
        return new MonthUnits(parts);
    }

    public static MonthUnits operator +(MonthUnits a, MonthUnits b) => new(a.Parts + b.Parts);
    public static MonthUnits operator -(MonthUnits a, MonthUnits b) => new(a.Parts - b.Parts);
    public static bool operator <(MonthUnits a, MonthUnits b) => a.Parts < b.Parts;
    public static bool operator >(MonthUnits a, MonthUnits b) => a.Parts > b.Parts;
    public static bool operator <=(MonthUnits a, MonthUnits b) => a.Parts <= b.Parts;
    public static bool operator >=(MonthUnits a, MonthUnits b) => a.Parts >= b.Parts;

    public static MonthUnits Min(MonthUnits a, MonthUnits b) => a < b ? a : b;
    public static MonthUnits Max(MonthUnits a, MonthUnits b) => a > b ? a : b;

    public int CompareTo(MonthUnits other) => Parts.CompareTo(other.Parts);

    public decimal Months => (decimal)Parts / PerMonth;

    /// <summary>«4,5 månader», «1 månad».</summary>
    public override string ToString() =>
        string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"{Months:0.#} {(Math.Round(Months, 1) == 1 ? "månad" : "månader")}");
}
