using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Tests.Common;
using Xunit;
using S = EnVagUt.Core.Law.Supports.CompensationState;

namespace EnVagUt.Tests.Core.Placements.Compensation;

public class CompensationMonthTests
{
    private static readonly DateOnly Today = new(2027, 12, 31);

    private static IReadOnlyList<CompensationMonth> Months(DateOnly today, DateOnly from, DateOnly to, Period? worked = null, RuleSet? rules = null,
        Lonestod kind = Lonestod.Nystartsjobb, params (DateOnly Month, DateOnly On)[] requested) =>
        CompensationMonths.Until(today, rules ?? RuleSet.Shipped,
            new CompensatedDecision(kind, new Period(from, to), worked ?? new Period(from, null), requested.ToDictionary(r => r.Month, r => r.On)));

    [Fact]
    public void Every_calendar_month_of_the_decision_that_is_over_is_one()
    {
        var months = Months(new(2027, 5, 31), new(2027, 2, 10), new(2028, 2, 9));
        Assert.Equal(["februari 2027", "mars 2027", "april 2027"], months.Select(m => m.Name));
        Assert.Equal(4, Months(new(2027, 6, 1), new(2027, 2, 10), new(2028, 2, 9)).Count);
    }

    [Fact]
    public void Only_months_in_which_the_person_was_employed_count()
    {
        var months = Months(Today, new(2027, 1, 1), new(2027, 12, 31), new Period(new(2027, 3, 31), new(2027, 5, 1)));
        Assert.Equal(["mars 2027", "april 2027", "maj 2027"], months.Select(m => m.Name));
        Assert.Empty(Months(Today, new(2027, 1, 1), new(2027, 2, 28), new Period(new(2027, 3, 1), null)));
    }

    [Fact]
    public void A_support_without_a_clock_has_no_months() =>
        Assert.Empty(Months(Today, new(2027, 1, 1), new(2027, 12, 31), kind: Lonestod.Introduktionsjobb));

    [Theory]
    [InlineData(119, S.Open)]
    [InlineData(120, S.FirstWarning)]
    [InlineData(159, S.FirstWarning)]
    [InlineData(160, S.LastWarning)]
    [InlineData(180, S.LastWarning)]
    [InlineData(181, S.Passed)]
    public void The_clock_starts_when_the_month_is_over(int daysAfter, S state)
    {
        var today = new DateOnly(2027, 3, 31).AddDays(daysAfter);
        var march = Months(today, new(2027, 3, 1), new(2027, 3, 31)).Single();
        Assert.Equal((state, state is S.FirstWarning or S.LastWarning), (march.StateOn(today), march.WarnsOn(today)));
        Assert.Equal(new DateOnly(2027, 9, 27), march.LastDay);
    }

    [Theory]
    [InlineData(180, S.RequestedInTime)]
    [InlineData(181, S.RequestedLate)]
    public void What_has_been_asked_for_warns_no_more(int daysAfter, S state)
    {
        var on = new DateOnly(2027, 3, 31).AddDays(daysAfter);
        var march = Months(Today, new(2027, 3, 1), new(2027, 3, 31), requested: (new(2027, 3, 1), on)).Single();
        Assert.Equal((state, false), (march.StateOn(Today), march.WarnsOn(march.LastDay)));
    }

    [Fact]
    public async Task Each_month_has_the_days_of_its_own_rule()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Administrator);
        await t.Get<RulebookService>().SetAsync(new SetRule { Subject = nameof(Lonestod.Nystartsjobb), Limit = Limit.ClaimDays, From = new(2027, 4, 1), Value = "90", Source = "SFS 2027:1" }, TestContext.Current.CancellationToken);
        var rules = await t.Get<RulebookService>().ReadAsync(TestContext.Current.CancellationToken);
        var months = Months(Today, new(2027, 3, 1), new(2027, 4, 30), rules: rules);
        Assert.Equal([new DateOnly(2027, 9, 27), new DateOnly(2027, 7, 29)], months.Select(m => m.LastDay));
    }
}
