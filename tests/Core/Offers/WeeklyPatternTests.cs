using System.Globalization;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

public class WeeklyPatternTests
{
    [Theory]
    [InlineData("13:00", "12:00", 0)]
    [InlineData("08:00", "08:00", 0)]
    [InlineData("08:00", "09:00", 60)]
    public void Times_that_leave_no_work_are_refused(string start, string end, int rest)
    {
        var breach = Assert.Throws<RuleBreachException>(() => new WeeklyPattern([new CellTime(0, TimeOnly.Parse(start, CultureInfo.InvariantCulture), TimeOnly.Parse(end, CultureInfo.InvariantCulture), rest)]));
        Assert.Equal(Rule.PatternTimesReversed, breach.Rule);
    }

    [Fact]
    public void A_pattern_is_the_same_when_it_has_been_stored()
    {
        var pattern = new WeeklyPattern([new CellTime(4, new TimeOnly(12, 30), new TimeOnly(16, 0), 15), new CellTime(0, new TimeOnly(8, 0), new TimeOnly(12, 0), 0)]);
        Assert.Equal("0:0800-1200-0 4:1230-1600-15", pattern.ToString());
        Assert.Equal(pattern.ToString(), WeeklyPattern.Parse(pattern.ToString()).ToString());
        Assert.Equal(18, pattern.ExtentPercent(pattern.Cells));
    }
}
