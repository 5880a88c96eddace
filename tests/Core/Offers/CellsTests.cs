using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Slots;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

/// <summary>The arithmetic of dates × cells against counting day by day.</summary>
public class CellsTests
{
    private static readonly DateOnly First = new(2026, 10, 19); // the week in which summer time ends
    private static readonly Gen<Period> Periods =
        from start in Gen.Choose(0, 30)
        from length in Gen.Frequency((5, Gen.Choose(0, 6)), (5, Gen.Choose(7, 60)), (1, Gen.Constant(-1)))
        select new Period(First.AddDays(start), length < 0 ? null : First.AddDays(start + length));
    private static readonly Gen<Cells> Patterns =
        from size in Gen.Choose(1, 6)
        from cells in Gen.Choose(0, Cells.Count - 1).ListOf(size)
        select Cells.From(cells);
    private static readonly Gen<(Period Period, Cells Cells)> Claims = from p in Periods from c in Patterns select (p, c);

    [Fact]
    public void Two_claims_meet_exactly_when_a_real_day_and_a_cell_coincide() =>
        Prop.ForAll(Claims.Two().ToArbitrary(), pair =>
        {
            var ((pa, ca), (pb, cb)) = pair;
            var byDay = Days().Any(d => pa.Contains(d) && pb.Contains(d) && CellsOn(d, ca).Intersect(CellsOn(d, cb)).Any());
            return (Cells.Meet(pa, ca, pb, cb) == byDay).Classify(byDay, "meet").Classify(!byDay, "apart");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_peak_is_the_most_heads_on_any_day_and_cell() =>
        Prop.ForAll((from mine in Claims from others in Claims.ListOf(5) select (mine, others)).ToArbitrary(), x =>
        {
            var ((window, cells), others) = x;
            var byDay = Days().Where(window.Contains)
                .SelectMany(d => CellsOn(d, cells).Select(c => 1 + others.Count(o => o.Period.Contains(d) && o.Cells.Has(c))))
                .DefaultIfEmpty(0).Max();
            // A window without any of the weekdays still counts its newcomer: it is refused nowhere else.
            return Occupancy.PeakWith(window, cells, [.. others]) == Math.Max(byDay, 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_slot_is_full_exactly_when_no_day_has_a_free_cell() =>
        Prop.ForAll((from slot in Claims.Where(c => c.Period.To is not null) from taken in Claims.ListOf(6) from start in Gen.Choose(0, 40) select (slot, taken, start)).ToArbitrary(), x =>
        {
            var ((period, cells), taken, start) = x;
            var from = First.AddDays(start);
            var free = Days().Where(d => d >= from && period.Contains(d))
                .Any(d => CellsOn(d, cells).Any(c => !taken.Any(t => t.Period.Contains(d) && t.Cells.Has(c))));
            return (Occupancy.IsFull(period, cells, from, [.. taken]) == !free).Classify(free, "free").Classify(!free, "full");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(new[] { 0, 3, 6 }, "mån–ons fm")]
    [InlineData(new[] { 0, 1, 3, 4, 6, 7, 9, 10, 12, 13 }, "mån–fre fm och em")]
    [InlineData(new[] { 0, 13, 20 }, "mån fm; fre em; sön kväll")]
    [InlineData(new[] { 15, 18 }, "lör, sön fm")]
    public void Cells_are_told_in_short_Swedish(int[] indexes, string text) => Assert.Equal(text, Cells.From(indexes).ToString());

    [Fact]
    public void Half_of_office_hours_is_half_time()
    {
        var pattern = WeeklyPattern.Usual(Cells.OfficeWeek);
        Assert.Equal(100, pattern.ExtentPercent(Cells.OfficeWeek));
        Assert.Equal(50, pattern.ExtentPercent(Cells.From([0, 3, 6, 9, 12])));
        Assert.Equal(pattern.ToString(), WeeklyPattern.Parse(pattern.ToString()).ToString());
    }

    // A year is longer than any period made here; open ends are cut there.
    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, 370).Select(First.AddDays);

    private static IEnumerable<int> CellsOn(DateOnly day, Cells cells) =>
        Enum.GetValues<DayPart>().Select(part => Cells.Index(day.DayOfWeek, part)).Where(cells.Has);
}
