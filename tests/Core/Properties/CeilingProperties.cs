using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Slots;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Properties;

public class CeilingProperties
{
    private static readonly DateOnly First = new(2027, 3, 22);
    private static readonly Gen<(Period Period, Cells Cells)> Claims =
        from start in Gen.Choose(0, 20)
        from length in Gen.Choose(0, 20)
        from cells in Gen.Choose(0, Cells.Count - 1).ListOf(8)
        select (new Period(First.AddDays(start), First.AddDays(start + length)), Cells.From(cells));

    /// <summary>The oracle books one head at a time into a chair chart, and asks whether the newcomer finds a chair everywhere.</summary>
    [Fact]
    public void A_newcomer_is_refused_exactly_when_some_half_day_has_no_chair_left() => Share.Holds(
        from mine in Claims from others in Claims.ListOf(4) from ceiling in Gen.Choose(1, 4) select (mine, others, ceiling), "refused", c =>
        {
            var chairs = new Dictionary<(DateOnly, int), int>();
            foreach (var (period, cells) in c.others)
                foreach (var seat in Seats(period, cells))
                    chairs[seat] = chairs.GetValueOrDefault(seat) + 1;
            var refused = Seats(c.mine.Period, c.mine.Cells).Any(seat => chairs.GetValueOrDefault(seat) >= c.ceiling);
            return (Occupancy.PeakWith(c.mine.Period, c.mine.Cells, [.. c.others]) > c.ceiling == refused, refused);
        });

    /// <summary>Of a Monday morning only Mondays are left or taken, whatever lies between them.</summary>
    [Fact]
    public void A_seat_is_full_when_the_last_of_its_days_is_taken()
    {
        (Period, Cells) On(int from, int last) => (new Period(First.AddDays(from), First.AddDays(last)), Cells.From([0]));
        bool IsFull(params (Period, Cells)[] taken) => Occupancy.IsFull(new Period(First, First.AddDays(13)), Cells.From([0]), First, taken);
        Assert.True(IsFull(On(0, 0), On(7, 7)));
        Assert.True(IsFull(On(0, 6), On(7, 13)));
        Assert.False(IsFull(On(0, 6), On(8, 13)));
        Assert.False(IsFull(On(1, 13)));
        Assert.True(Occupancy.IsFull(new Period(First, First.AddDays(13)), Cells.From([0]), First.AddDays(8), []));
    }

    private static IEnumerable<(DateOnly Day, int Cell)> Seats(Period period, Cells cells)
    {
        for (var day = period.From; day <= period.To; day = day.AddDays(1))
            for (var part = 0; part < 3; part++)
                if (cells.Has(((int)day.DayOfWeek + 6) % 7 * 3 + part))
                    yield return (day, part);
    }
}
