using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class SupportGapsTests
{
    private static readonly DateOnly Jan1 = new(2027, 1, 1), Jan31 = new(2027, 1, 31), Mar1 = new(2027, 3, 1), Mar31 = new(2027, 3, 31);
    private static readonly Period[] Two = [new(Mar1, Mar31), new(Jan1, Jan31)];

    [Fact]
    public void A_gap_between_two_decisions_shows() =>
        Assert.Equal([new Period(new(2027, 2, 1), new(2027, 2, 28))], SupportGaps.Until(Mar1, null, Two));

    [Fact]
    public void The_time_after_the_last_decision_is_a_gap_when_it_has_begun()
    {
        Assert.Single(SupportGaps.Until(Mar31, null, Two));
        Assert.Equal(new Period(new(2027, 4, 1), null), SupportGaps.Until(new(2027, 4, 1), null, Two)[1]);
    }

    [Fact]
    public void Decisions_that_follow_on_each_other_leave_no_gap() =>
        Assert.Empty(SupportGaps.Until(Mar1, null, [new(Jan1, Jan31), new(Jan31.AddDays(1), Mar31)]));

    [Fact]
    public void An_employment_that_ended_with_its_support_has_no_gap() =>
        Assert.Empty(SupportGaps.Until(Mar31.AddDays(30), Mar31, [new(Jan1, Mar31)]));

    [Fact]
    public void Support_has_lapsed_when_no_decision_reaches_today()
    {
        Assert.True(SupportGaps.Lapsed(Mar31.AddDays(1), Two));
        Assert.False(SupportGaps.Lapsed(Mar31, Two));
        Assert.False(SupportGaps.Lapsed(Mar31, []));
    }
}
