using System.Globalization;
using EnVagUt.Core.Reminders;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders;

public class ReminderStepTests
{
    [Theory]
    [InlineData(3, true, "2026-11-26", "2026-11-23")]
    [InlineData(3, true, "2026-11-25", "2026-11-22")]
    [InlineData(3, true, "2026-11-29", "2026-11-24")]
    [InlineData(3, true, "2027-01-04", "2026-12-28")]
    [InlineData(-5, true, "2026-11-23", "2026-11-30")]
    [InlineData(-5, true, "2026-11-22", "2026-11-27")]
    [InlineData(-7, false, "2026-11-23", "2026-11-30")]
    [InlineData(-1, false, "2026-11-23", "2026-11-24")]
    public void The_reach_is_the_last_day_whose_step_has_come(int count, bool workingDays, string today, string reach)
    {
        var step = new ReminderStep("", count, workingDays, "");
        Assert.Equal(Day(reach), step.Reach(Day(today)));
    }

    [Fact]
    public void What_lies_within_reach_is_due_and_what_lies_beyond_is_not_whatever_the_day()
    {
        foreach (var count in new[] { -15, -5, 3, 7, 10, 15 })
            for (var today = new DateOnly(2026, 1, 1); today.Year < 2028; today = today.AddDays(1))
            {
                var step = ReminderStep.InWorkingDays(count, "");
                var reach = step.Reach(today);
                Assert.True(step.DueOn(reach) <= today && step.DueOn(reach.AddDays(1)) > today, $"{count} on {today}");
            }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
