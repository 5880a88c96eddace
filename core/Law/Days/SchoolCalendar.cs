using System.Globalization;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Law.Days;

/// <summary>
/// When the schools of the municipality are closed, from a rule's text: «06-15–08-15» every year, «2027-02-22–2027-02-26»
/// once. A day that nobody has named is a school day, which is the stricter guess.
/// </summary>
public sealed class SchoolCalendar
{
    private const int Week = 7;
    private readonly List<Period> _once = [];
    private readonly List<((int Month, int Day) From, (int Month, int Day) To)> _yearly = [];
    private readonly Dictionary<int, DateOnly> _summers = [];

    private SchoolCalendar() { }

    /// <exception cref="FormatException">Not a list of holidays.</exception>
    public static SchoolCalendar Parse(string text) => TryParse(text) ?? throw new FormatException($"«{text}» is no list of holidays.");

    public static SchoolCalendar? TryParse(string text)
    {
        var calendar = new SchoolCalendar();
        foreach (var range in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('–', StringSplitOptions.TrimEntries);
            if (ends.Length != 2)
                return null;
            if (Day(ends[0]) is { } from && Day(ends[1]) is { } to && from <= to)
                calendar._once.Add(new Period(from, to));
            // A leap year knows every day that a year can have.
            else if (Day("2028-" + ends[0]) is { } first && Day("2028-" + ends[1]) is { } last)
                calendar._yearly.Add(((first.Month, first.Day), (last.Month, last.Day)));
            else
                return null;
        }
        return calendar;
    }

    public DayKind KindOf(DateOnly day)
    {
        if (!IsFree(day))
            return DayKind.SchoolDay;
        var run = 1;
        for (var d = day.AddDays(-1); run < Week && IsFree(d); d = d.AddDays(-1))
            run++;
        for (var d = day.AddDays(1); run < Week && IsFree(d); d = d.AddDays(1))
            run++;
        return run < Week ? DayKind.FreeDay : DayKind.Holiday;
    }

    /// <summary>The first day of the summer holiday; skolplikten ends with the spring term (skollagen 7 kap. 12 §).</summary>
    public DateOnly SummerOf(int year)
    {
        if (_summers.TryGetValue(year, out var found))
            return found;
        var (day, latest) = (new DateOnly(year, 6, 1), new DateOnly(year, 7, 1));
        while (day < latest && KindOf(day) != DayKind.Holiday)
            day = day.AddDays(1);
        return _summers[year] = day;
    }

    private bool IsFree(DateOnly day) => !day.IsWorkingDay() || _once.Exists(p => p.Contains(day)) || _yearly.Exists(r =>
    {
        var at = (day.Month, day.Day);
        return r.From.CompareTo(r.To) <= 0
            ? at.CompareTo(r.From) >= 0 && at.CompareTo(r.To) <= 0
            : at.CompareTo(r.From) >= 0 || at.CompareTo(r.To) <= 0;
    });

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
