using System.Globalization;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Jobs;

public class CronScheduleTests
{
    [Theory]
    [InlineData("* * * * *", "2026-11-23 09:00", "2026-11-23 09:01")]
    [InlineData("0 6 * * *", "2026-11-23 05:59", "2026-11-23 06:00")]
    [InlineData("0 6 * * *", "2026-11-23 06:00", "2026-11-24 06:00")]
    [InlineData("*/20 8-9 * * *", "2026-11-23 08:40", "2026-11-23 09:00")]
    [InlineData("5,35 * * * *", "2026-11-23 23:40", "2026-11-24 00:05")]
    [InlineData("30 3 2 1 *", "2026-11-23 09:00", "2027-01-02 03:30")]
    [InlineData("0 7 * * 1-5", "2026-11-27 07:00", "2026-11-30 07:00")]
    [InlineData("0 7 * * 7", "2026-11-23 07:00", "2026-11-29 07:00")]
    [InlineData("0 0 29 2 *", "2026-11-23 07:00", "2028-02-29 00:00")]
    [InlineData("0 0 1-31/15 * *", "2026-11-01 00:00", "2026-11-16 00:00")]
    public void The_next_occurrence_is_the_first_one_after(string cron, string after, string next) =>
        Assert.Equal(next, Local(CronSchedule.Parse(cron).Next(Utc(after))));

    [Fact]
    public void Backwards_begins_at_the_instant_itself()
    {
        var times = CronSchedule.Parse("0 6,18 * * *").Backwards(Utc("2026-11-23 18:00")).Take(3).Select(Local);
        Assert.Equal(["2026-11-23 18:00", "2026-11-23 06:00", "2026-11-22 18:00"], times);
    }

    [Fact]
    public void A_yearly_job_is_found_years_back() =>
        Assert.Equal(["2026-01-02 03:30", "2025-01-02 03:30"],
            CronSchedule.Parse("30 3 2 1 *").Backwards(Utc("2026-11-23 18:00")).Take(2).Select(Local));

    [Fact]
    public void A_skipped_hour_runs_at_the_end_of_the_gap_once()
    {
        var schedule = CronSchedule.Parse("0,30 2 * * *");
        var first = schedule.Next(Utc("2027-03-27 23:00"));
        Assert.Equal("2027-03-28 03:00", Local(first));
        Assert.Equal("2027-03-29 02:00", Local(schedule.Next(first)));
    }

    [Fact]
    public void A_doubled_hour_runs_at_the_first_of_the_two()
    {
        var schedule = CronSchedule.Parse("30 2 * * *");
        var first = schedule.Next(Utc("2026-10-24 23:00"));
        Assert.Equal(new DateTime(2026, 10, 25, 0, 30, 0), first);
        Assert.Equal("2026-10-26 02:30", Local(schedule.Next(first)));
    }

    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-11-23", 24)]
    public void A_job_of_every_hour_follows_real_time(string day, int hours)
    {
        var (schedule, from) = (CronSchedule.Parse("0 * * * *"), DateOnly.Parse(day, CultureInfo.InvariantCulture));
        var times = schedule.Backwards(from.AddDays(1).StartOfDayUtc()).TakeWhile(t => t > from.StartOfDayUtc()).ToList();
        Assert.Equal(hours, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(TimeSpan.FromHours(1), pair.First - pair.Second));
    }

    [Theory]
    [InlineData("0 6 * *")]
    [InlineData("0 24 * * *")]
    [InlineData("60 6 * * *")]
    [InlineData("0 6 0 * *")]
    [InlineData("0 6 * * 8")]
    [InlineData("0 */0 * * *")]
    [InlineData("a 6 * * *")]
    [InlineData("0 1-2-3 * * *")]
    public void What_is_no_schedule_is_refused(string cron) =>
        Assert.ThrowsAny<FormatException>(() => CronSchedule.Parse(cron));

    [Fact]
    public void A_day_that_never_comes_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => CronSchedule.Parse("0 0 30 2 *").Next(Utc("2026-11-23 09:00")));

    [Fact]
    public async Task No_job_names_both_a_day_of_the_month_and_a_day_of_the_week()
    {
        await using var t = await CoreTest.StartAsync();
        // Some read the two as «and», most people as «or».
        Expect.None(t.Get<JobCatalogue>().All.Where(j => j.Cron.Split(' ') is not ([_, _, "*", _, _] or [_, _, _, _, "*"])).Select(j => $"{j.Id}: {j.Cron}"));
    }

    private static DateTime Utc(string local) =>
        TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), SwedishTime.Zone);

    private static string Local(DateTime utc) => utc.ToStockholm().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
