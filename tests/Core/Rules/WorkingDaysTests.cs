using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using Xunit;

namespace EnVagUt.Tests.Core.Rules;

public class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-01-01")] // nyårsdagen
    [InlineData("2026-01-06")] // trettondedag jul
    [InlineData("2026-04-03")] // långfredagen
    [InlineData("2026-04-06")] // annandag påsk
    [InlineData("2026-05-01")]
    [InlineData("2026-05-14")] // Kristi himmelsfärdsdag
    [InlineData("2024-06-06")] // nationaldagen
    [InlineData("2026-06-19")] // midsommarafton
    [InlineData("2027-06-25")]
    [InlineData("2026-12-24")]
    [InlineData("2026-12-25")]
    [InlineData("2026-12-31")]
    [InlineData("2038-04-23")] // långfredagen, when Easter is as late as it can be
    public void Red_days_are_no_working_days(string day) => Assert.False(DateOnly.Parse(day, SwedishTime.Culture).IsWorkingDay());

    [Theory]
    [InlineData("2026-04-02")] // skärtorsdagen
    [InlineData("2026-05-15")] // klämdag
    [InlineData("2026-10-30")] // the day before alla helgons dag
    [InlineData("2026-06-18")]
    [InlineData("2026-12-23")]
    public void Ordinary_weekdays_are(string day) => Assert.True(DateOnly.Parse(day, SwedishTime.Culture).IsWorkingDay());

    [Theory]
    [InlineData("2026-12-22", 3, "2026-12-29")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-23", -1, "2026-11-20")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-11-23", 0, "2026-11-23")]
    public void Working_days_are_counted_over_red_days(string from, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, SwedishTime.Culture), DateOnly.Parse(from, SwedishTime.Culture).AddWorkingDays(count));

    [Theory]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")] // the clock goes forward this night
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void A_Stockholm_day_begins_at_its_own_midnight(string day, string utc) =>
        Assert.Equal(DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.AdjustToUniversal), DateOnly.Parse(day, SwedishTime.Culture).StartOfDayUtc());
}
