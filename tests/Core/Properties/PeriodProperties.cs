using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Properties;

/// <summary>Dates, cells and gaps against calendars ticked off day by day.</summary>
public class PeriodProperties
{
    // The last week of March and the last of October, when the clock is moved, and the end of February of a leap year.
    private static readonly DateOnly[] Anchors = [new(2027, 3, 22), new(2027, 10, 25), new(2028, 2, 23)];
    // An open end is ticked off until here.
    private static readonly DateOnly Cut = new(2028, 6, 30);
    private static readonly Gen<(Period, Period)> Pairs =
        from anchor in Gen.Elements(Anchors) from a in PeriodsFrom(anchor) from b in PeriodsFrom(anchor) select (a, b);
    private static readonly Gen<Cells> Sets =
        from size in Gen.Choose(3, 12)
        from cells in Gen.Choose(0, Cells.Count - 1).ListOf(size)
        select Cells.From(cells);

    [Fact]
    public void Two_bookings_overlap_exactly_when_both_have_ticked_the_same_half_day() => Share.Holds(
        from pair in Pairs from x in Sets from y in Sets select (a: pair.Item1, b: pair.Item2, x, y), "overlap", c =>
        {
            var meet = Ticked(c.a, c.x).Overlaps(Ticked(c.b, c.y));
            return (Cells.Meet(c.a, c.x, c.b, c.y) == meet, meet);
        });

    [Fact]
    public void Two_periods_overlap_exactly_when_they_share_a_day_whatever_the_clock_does() => Share.Holds(
        from pair in Pairs select (a: pair.Item1, b: pair.Item2), "overlap", c =>
        {
            var shared = c.a.Intersect(c.b);
            var days = Days(c.a).Intersect(Days(c.b)).Order().ToList();
            var same = shared is { } s ? days.SequenceEqual(Days(s)) : days.Count == 0;
            return (c.a.Overlaps(c.b) == days.Count > 0 && same, days.Count > 0);
        });

    [Fact]
    public void A_day_in_Stockholm_begins_where_the_one_before_ended_also_when_the_clock_is_moved() => Share.Holds(
        from anchor in Gen.Elements(new DateOnly(2027, 3, 28), new DateOnly(2027, 10, 31), new DateOnly(2028, 2, 29)) from start in Gen.Elements(-1, 0, 0, 1) select anchor.AddDays(start), "moved clock", day =>
        {
            var hours = (day.AddDays(1).StartOfDayUtc() - day.StartOfDayUtc()).TotalHours;
            var expected = (day.Month, day.Day) switch { (3, 28) => 23, (10, 31) => 25, _ => 24 };
            var inside = day.StartOfDayUtc().AddHours(hours).AddSeconds(-1).StockholmDate() == day && day.StartOfDayUtc().StockholmDate() == day;
            return (hours == expected && inside, expected != 24);
        });

    /// <summary>«Three months» is to the day before the same date, and no fixed number of days.</summary>
    [Fact]
    public void A_period_of_months_is_too_long_from_the_same_date_on() => Share.Holds(
        from day in Gen.Choose(0, 1500)
        from months in Gen.Choose(1, 12)
        from over in Gen.Choose(-2, 2)
        select (From: new DateOnly(2027, 1, 1).AddDays(day), months, over), "too long", c =>
        {
            var to = c.From.AddDays((c.months * 30) + (c.months / 2) + c.over);
            return (to >= c.From.AddMonths(c.months) == MonthsPassed(c.From, to) >= c.months, MonthsPassed(c.From, to) >= c.months);
        });

    [Fact]
    public void Three_months_are_not_ninety_days() => Share.Holds(
        from day in Gen.Choose(0, 1500) select new DateOnly(2027, 1, 1).AddDays(day), "longer than 91 days", from =>
        {
            var days = Enumerable.Range(0, 100).TakeWhile(n => MonthsPassed(from, from.AddDays(n)) < 3).Count();
            return (from.AddMonths(3).DayNumber - from.DayNumber == days && days is >= 89 and <= 92, days > 91);
        });

    [Fact]
    public void Age_is_the_number_of_birthdays_and_the_leap_day_has_its_on_the_first_of_March() => Share.Holds(
        from leap in Gen.Elements(true, false)
        from born in Gen.Choose(0, 2000)
        from years in Gen.Choose(16, 19)
        from near in Gen.Choose(-2, 2)
        select (Born: leap ? new DateOnly(2008, 2, 29) : new DateOnly(2006, 1, 1).AddDays(born), years, near), "grown up", c =>
        {
            var day = c.Born.AddYears(c.years).AddDays(c.near);
            var birthdays = 0;
            for (var d = c.Born.AddDays(1); d <= day; d = d.AddDays(1))
                if ((d.Month, d.Day) == (c.Born.Month, c.Born.Day) || ((c.Born.Month, c.Born.Day) == (2, 29) && (d.Month, d.Day) == (3, 1) && !DateTime.IsLeapYear(d.Year)))
                    birthdays++;
            return (Age.On(c.Born, day) == birthdays, birthdays >= Age.Adult);
        }, 600);

    [Fact]
    public void A_gap_is_every_day_after_the_first_decision_that_no_decision_covers() => Share.Holds(
        from decisions in Decisions.ListOf(3)
        from today in Gen.Choose(0, 60)
        from ends in Gen.Choose(-1, 70)
        select (decisions, Today: Anchors[2].AddDays(today), Ends: ends < 40 ? (DateOnly?)null : Anchors[2].AddDays(ends)), "gap", c =>
        {
            var found = SupportGaps.Until(c.Today, c.Ends, c.decisions).SelectMany(Days).Order().ToList();
            var open = Days(new(Anchors[2], Cut)).Where(d =>
                c.decisions.Exists(p => p.To < d) && !c.decisions.Exists(p => p.From <= d && d <= p.To)
                && (!(d > c.Ends) || c.decisions.Exists(p => p.From > d))).ToList();
            // Only a gap that has begun is a gap: all of its days count when its first one is today or earlier.
            var (begun, first) = (new List<DateOnly>(), DateOnly.MinValue);
            for (var n = 0; n < open.Count; n++)
            {
                first = n > 0 && open[n - 1] == open[n].AddDays(-1) ? first : open[n];
                if (first <= c.Today)
                    begun.Add(open[n]);
            }
            return (found.SequenceEqual(begun), begun.Count > 0);
        });

    private static Gen<Period> PeriodsFrom(DateOnly anchor) =>
        from start in Gen.Choose(0, 12)
        from length in Gen.Frequency((6, Gen.Choose(0, 9)), (1, Gen.Constant(-1)))
        select new Period(anchor.AddDays(start), length < 0 ? null : anchor.AddDays(start + length));

    private static Gen<Period> Decisions =>
        from start in Gen.Choose(0, 40) from length in Gen.Choose(0, 20) select new Period(Anchors[2].AddDays(start), Anchors[2].AddDays(start + length));

    // Month by month on a paper calendar: the same date, or the month's last day where there is no such date.
    private static int MonthsPassed(DateOnly from, DateOnly to)
    {
        var passed = 0;
        for (var (year, month) = (from.Year, from.Month); ; passed++)
        {
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
            if (new DateOnly(year, month, Math.Min(from.Day, DateTime.DaysInMonth(year, month))) > to)
                return passed;
        }
    }

    private static IEnumerable<DateOnly> Days(Period p)
    {
        for (var day = p.From; day <= (p.To ?? Cut); day = day.AddDays(1))
            yield return day;
    }

    private static HashSet<(DateOnly, DayPart)> Ticked(Period period, Cells cells) =>
        [.. from day in Days(period) from part in Enum.GetValues<DayPart>() where cells.Has(Cells.Index(day.DayOfWeek, part)) select (day, part)];
}
