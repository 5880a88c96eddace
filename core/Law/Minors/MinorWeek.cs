using System.Globalization;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;

namespace EnVagUt.Core.Law.Minors;

/// <summary>The used cells of a week held against the limits of one day at a time; sums up the calendar week as it goes.</summary>
internal sealed class MinorWeek
{
    private const int Day = 24 * 60;
    private readonly List<CellTime>[] _days;
    private int _inTerm;
    private int _inAll;

    public MinorWeek(WeeklyPattern pattern, Cells used) =>
        _days = [.. Enumerable.Range(0, 7).Select(d => pattern.Times.Where(t => t.Cell / 3 == d && used.Has(t.Cell)).OrderBy(t => t.Start).ToList())];

    /// <summary>Two days off in a row, Sunday and Monday too.</summary>
    public MinorFault? RestFault(MinorLimits limits)
    {
        var off = Enumerable.Range(0, 7 + limits.WeekRestDays).Select(d => _days[d % 7].Count == 0).ToList();
        var rests = Enumerable.Range(0, 7).Any(first => Enumerable.Range(first, limits.WeekRestDays).All(d => off[d]));
        return rests ? null : Fault(Rule.MinorWeekRestTooShort, $"Veckan saknar {limits.WeekRestDays} lediga dagar i följd", limits.WeekRestDays, limits.Group.Label(), limits.Law);
    }

    public MinorFault? ClockFault(DateOnly day, MinorLimits limits)
    {
        var cells = Of(day);
        if (cells.Count == 0 || limits.Windows.Any(w => cells.All(c => Within(c, w))))
            return null;
        // Where each cell fits some window but together they fit none, the last one is named.
        var cell = cells.Find(c => !limits.Windows.Any(w => Within(c, w))) ?? cells[^1];
        var allowed = string.Join(" eller ", limits.Windows);
        return Fault(Rule.MinorOutsideClock, $"{Told(cell)} ligger utanför kl. {allowed}, då {limits.Group.Label()} får arbeta",
            Told(cell), limits.Group.Label(), allowed, limits.Law);
    }

    public MinorFault? DayFault(DateOnly day, DayKind kind, MinorLimits limits)
    {
        var (minutes, most) = (Minutes(day), limits.DayOf(kind));
        return minutes <= most ? null : Fault(Rule.MinorDayTooLong,
            $"{Hours(minutes)} timmar den {day.Written()}: {limits.Group.Label()} får arbeta högst {Hours(most)} timmar {kind.Label()}",
            Hours(minutes), day.Written(), limits.Group.Label(), Hours(most), kind.Label(), limits.Law);
    }

    // A break inside a cell may lie anywhere in it, so the best place is tried: as late as the law lets it be.
    public MinorFault? BreakFault(DateOnly day, MinorLimits limits)
    {
        var (stretch, end) = (0, (TimeOnly?)null);
        foreach (var cell in Of(day))
        {
            if (end is { } last && Length(last, cell.Start) >= limits.Break)
                stretch = 0;
            stretch += cell.BreakMinutes >= limits.Break
                ? cell.Minutes - Math.Clamp(limits.BreakAfter - stretch, 0, cell.Minutes) - stretch
                : Length(cell.Start, cell.End);
            if (stretch > limits.BreakAfter)
                return Fault(Rule.MinorBreakMissing, $"{Told(cell)} ger mer än {Hours(limits.BreakAfter)} timmar utan {limits.Break} minuters rast",
                    Hours(limits.BreakAfter), Told(cell), limits.Group.Label(), limits.Break, limits.Law);
            end = cell.End;
        }
        return null;
    }

    /// <summary>The night before <paramref name="day"/>.</summary>
    public MinorFault? NightFault(DateOnly day, MinorLimits limits)
    {
        if (Of(day.AddDays(-1)) is not [.., var evening] || Of(day) is not [var morning, ..])
            return null;
        var rest = Day - Length(TimeOnly.MinValue, evening.End) + Length(TimeOnly.MinValue, morning.Start);
        return rest >= limits.NightRest ? null : Fault(Rule.MinorNightRestTooShort,
            $"Nattvilan mellan {Told(evening)} och {Told(morning)} är {Hours(rest)} timmar, minst {Hours(limits.NightRest)} krävs",
            Told(evening), Told(morning), Hours(rest), limits.Group.Label(), Hours(limits.NightRest), limits.Law);
    }

    /// <summary>Days of term and days of a holiday have ceilings of their own, also in a week that has both.</summary>
    public MinorFault? WeekFault(DateOnly day, DayKind kind, MinorLimits limits)
    {
        if (day.DayOfWeek == DayOfWeek.Monday)
            (_inTerm, _inAll) = (0, 0);
        _inAll += Minutes(day);
        _inTerm += kind == DayKind.Holiday ? 0 : Minutes(day);
        var (sum, most, where) = _inTerm > limits.TermWeek ? (_inTerm, limits.TermWeek, "under terminen") : (_inAll, limits.HolidayWeek, "på lovet");
        return sum <= most ? null : Fault(Rule.MinorWeekTooLong,
            $"Vecka {ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))} blir för lång: {limits.Group.Label()} får arbeta högst {Hours(most)} timmar i veckan {where}",
            ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)), limits.Group.Label(), Hours(most), where, limits.Law);
    }

    private List<CellTime> Of(DateOnly day) => _days[((int)day.DayOfWeek + 6) % 7];

    private int Minutes(DateOnly day) => Of(day).Sum(c => c.Minutes);

    private static bool Within(CellTime cell, ClockWindow window) =>
        Length(TimeOnly.MinValue, cell.Start) >= window.From * 60 && Length(TimeOnly.MinValue, cell.End) <= window.To * 60;

    private static int Length(TimeOnly from, TimeOnly to) => (int)(to.ToTimeSpan() - from.ToTimeSpan()).TotalMinutes;

    private static string Told(CellTime cell) => $"{new Cells(1 << cell.Cell)} {cell.Start:HH.mm}–{cell.End:HH.mm}";

    private static string Hours(int minutes) => (minutes / 60m).ToString("0.##", SwedishTime.Culture);

    private static MinorFault Fault(Rule rule, string told, params object[] values) => new(rule, "Cells", char.ToUpper(told[0], SwedishTime.Culture) + told[1..], values);
}
