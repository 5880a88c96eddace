using EnVagUt.Core.Cases.Delivery;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Procurement;
using Xunit;

namespace EnVagUt.Tests.Core.Procurement;

public class FulfilmentTests
{
    private static readonly DateOnly Today = new(2026, 12, 31);

    [Fact]
    public void A_whole_month_at_half_time_is_half_a_month_whatever_its_length()
    {
        foreach (var month in Enumerable.Range(1, 12))
        {
            var from = new DateOnly(2026, month, 1);
            Assert.Equal(0.5m, MonthUnits.Between(from, from.AddMonths(1).AddDays(-1), 50).Months);
        }
        Assert.Equal(1m, MonthUnits.Between(new DateOnly(2028, 2, 1), new DateOnly(2028, 2, 29), 100).Months);
    }

    [Fact]
    public void Parts_of_months_add_up_exactly()
    {
        var whole = MonthUnits.Between(new DateOnly(2026, 1, 10), new DateOnly(2026, 11, 20), 75);
        var split = MonthUnits.Between(new DateOnly(2026, 1, 10), new DateOnly(2026, 5, 3), 75) + MonthUnits.Between(new DateOnly(2026, 5, 4), new DateOnly(2026, 11, 20), 75);
        Assert.Equal(whole, split);
    }

    [Fact]
    public void Who_leaves_for_own_reasons_after_three_quarters_counts_as_done()
    {
        var agreed = new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 30));
        Assert.Equal(4m, Of(12, Line(agreed, new DateOnly(2026, 3, 31), InterruptedBy.Participant)).Credited.Months);
        Assert.Equal(3m, Of(12, Line(agreed, new DateOnly(2026, 3, 31), InterruptedBy.Workplace)).Credited.Months);
        Assert.True(Of(12, Line(agreed, new DateOnly(2026, 3, 30), InterruptedBy.Participant)).Credited.Months < 3m);
    }

    [Fact]
    public void What_is_credited_never_exceeds_the_commitment()
    {
        var year = new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        var result = Of(6, Line(year, null, null));
        Assert.Equal(12m, result.Delivered.Months);
        Assert.Equal(6m, result.Credited.Months);
        Assert.Equal((0m, true), (result.Remaining.Months, result.IsFulfilled));
        Assert.False(Of(13, Line(year, null, null)).IsFulfilled);
    }

    [Fact]
    public void A_running_placement_has_delivered_until_today_and_no_longer()
    {
        var open = new Period(new DateOnly(2026, 12, 1), null);
        Assert.Equal(1m, Of(12, Line(open, null, null)).Delivered.Months);
    }

    [Fact]
    public void The_first_day_counts_and_a_day_before_it_does_not()
    {
        var line = Line(new Period(Today, null), null, null);
        Assert.True(Fulfilment.DeliveredBy(line, Today) > MonthUnits.Zero);
        Assert.Equal(MonthUnits.Zero, Fulfilment.DeliveredBy(line, Today.AddDays(-1)));
        Assert.Equal((Today, null), (Of(12, line).FirstStart, Of(12).FirstStart));
    }

    [Fact]
    public void Each_time_counts_at_its_own_extent_and_uppehall_that_the_form_does_not_count_is_left_out()
    {
        var (first, last) = (new DateOnly(2027, 1, 1), new DateOnly(2027, 4, 30));
        var line = new Fulfilment.Line(first, last, new Period(first, last), 100, InterruptedBy.Nobody);
        Assert.Equal(4, Fulfilment.DeliveredBy(line, last).Months);
        Assert.Equal(3, Fulfilment.DeliveredBy(line with { Steps = [new(new DateOnly(2027, 3, 1), 50)] }, last).Months);
        Assert.Equal(2, Fulfilment.DeliveredBy(line with { EndedOn = new DateOnly(2027, 2, 28), Steps = [new(new DateOnly(2027, 4, 1), 50)] }, last).Months);
        Assert.Equal(3, Fulfilment.DeliveredBy(line with { NotCounted = [new(new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 28))] }, last).Months);
        Assert.Equal(2.5m, Fulfilment.DeliveredBy(line with { Steps = [new(new DateOnly(2027, 3, 1), 50)], NotCounted = [new(new DateOnly(2027, 4, 1), last)] }, last).Months);
    }

    [Fact]
    public void A_later_registration_replaces_what_was_planned_from_its_day_on() =>
        Assert.Equal([new(new DateOnly(2027, 1, 1), 100), new(new DateOnly(2027, 2, 1), 75)],
            ExtentStep.Of([new(new DateOnly(2027, 1, 1), 100), new(new DateOnly(2027, 3, 1), 50), new(new DateOnly(2027, 2, 1), 75)]));

    private static Fulfilment.Line Line(Period agreed, DateOnly? ended, InterruptedBy? by) => new(agreed.From, ended, agreed, 100, by);

    private static Fulfilment Of(int months, params Fulfilment.Line[] lines)
    {
        var contract = Contract.Flag(new ContractDetails
        {
            DiaryNumber = "KS 2025/1", Title = "Städning", SupplierName = "Städ AB", Branch = Branch.Support,
            From = new DateOnly(2026, 1, 1), To = new DateOnly(2028, 12, 31),
        }, new Stamp(null, DateTime.UnixEpoch));
        var clause = contract.AddClause(new ClauseDetails { Kind = ClauseKind.Employment, CommitmentMonths = months }, new Stamp(null, DateTime.UnixEpoch));
        Assert.Equal(new DateOnly(2026, 7, 1), clause.FirstStartBy);
        return Fulfilment.Of(clause, lines, Today);
    }
}
