using System.Globalization;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Time;
using Xunit;

namespace EnVagUt.Tests.Core.Reminders;

public class ReminderStepTests
{
    private static readonly ClosedWeeks Summer = new(28, 31);

    [Theory]
    [InlineData("2026-11-23", "2026-11-26")]
    [InlineData("2026-11-27", "2026-12-02")]
    [InlineData("2026-12-23", "2026-12-30")]
    [InlineData("2027-03-24", "2027-03-31")]
    [InlineData("2027-06-23", "2027-06-29")]
    public void Three_working_days_after_step_over_weekends_and_red_days(string day, string due) =>
        Assert.Equal(Day(due), ReminderStep.WorkingDaysAfter(3, "").DueOn(Day(day), 3, null, atWork: true));

    [Theory]
    [InlineData("2026-11-30", 7, "2026-11-23")]
    [InlineData("2026-11-30", 1, "2026-11-27")]
    [InlineData("2027-01-01", 1, "2026-12-30")]
    public void What_comes_before_a_day_and_would_fall_on_a_day_off_comes_on_the_working_day_before(string day, int count, string due) =>
        Assert.Equal(Day(due), ReminderStep.DaysBefore(count, "").DueOn(Day(day), count, null, atWork: true));

    [Fact]
    public void A_persons_own_letter_comes_on_its_day_also_on_a_sunday() =>
        Assert.Equal(Day("2026-11-29"), ReminderStep.DaysBefore(1, "").DueOn(Day("2026-11-30"), 1, null, atWork: false));

    [Fact]
    public void What_counts_from_what_has_been_comes_on_the_working_day_after_a_day_off() =>
        Assert.Equal(Day("2026-11-30"), ReminderStep.DaysAfter(14, "").DueOn(Day("2026-11-14"), 14, null, atWork: true));

    [Fact]
    public void Our_own_clock_stands_still_while_the_workplace_is_closed_and_no_other_clock_does()
    {
        var asked = Day("2027-07-09");
        Assert.Equal(Day("2027-08-11"), (ReminderStep.WorkingDaysAfter(3, "") with { StopsInClosedWeeks = true }).DueOn(asked, 3, Summer, atWork: true));
        Assert.Equal(Day("2027-07-14"), ReminderStep.WorkingDaysAfter(3, "").DueOn(asked, 3, Summer, atWork: true));
    }

    [Fact]
    public void Months_end_where_the_calendar_ends() =>
        Assert.Equal(Day("2027-02-28"), ReminderStep.MonthsAfter(3, "").DueOn(Day("2026-11-30"), 3, null, atWork: false));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
