using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Jobs;

public class JobAlarmTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly TimeOnly Five = new(5, 0);

    [Fact]
    public async Task A_job_that_keeps_failing_is_told_to_every_active_administrator_once()
    {
        await using var t = await JobTest.StartAsync();
        await TestUsers.AddAsync(t.Core.Database, t.Clock, [Role.Administrator]);
        var (gone, _) = await TestUsers.AddAsync(t.Core.Database, t.Clock, [Role.Administrator]);
        await TestUsers.AddAsync(t.Core.Database, t.Clock, [Role.Coordinator]);
        await t.Core.Db.Users.Where(u => u.Id == gone.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.DeactivatedAt, t.Clock.GetUtcNow().UtcDateTime));
        t.Work.Do = (_, _, _) => throw new InvalidOperationException();
        await t.StartUpAsync(Monday, Five);

        await t.StartUpAsync(Monday, new TimeOnly(8, 59));
        Assert.Empty(await AlarmsAsync(t));
        await t.StartUpAsync(Monday, new TimeOnly(9, 0));
        await t.StartUpAsync(Monday, new TimeOnly(9, 1));

        var alarm = Assert.Single(await AlarmsAsync(t));
        Assert.Contains("Jobbet ”Prov” för 23 november 2026 skulle ha gjorts 23 november 2026 kl. 06.00", alarm.Text, StringComparison.Ordinal);
        Assert.Contains("/admin/jobb/prov", alarm.Text, StringComparison.Ordinal);

        await t.StartUpAsync(Monday.AddDays(1), new TimeOnly(9, 0));
        Assert.Equal(2, (await AlarmsAsync(t)).Count);
    }

    [Fact]
    public async Task A_server_that_was_down_all_day_does_the_job_and_alarms_about_nothing()
    {
        await using var t = await JobTest.StartAsync();
        await TestUsers.AddAsync(t.Core.Database, t.Clock, [Role.Administrator]);
        await t.StartUpAsync(Monday, Five);
        await t.StartUpAsync(Monday, new TimeOnly(20, 0));
        Assert.Single(t.Work.Seen);
        Assert.Empty(await AlarmsAsync(t));
        Assert.DoesNotContain(await t.Core.Get<LateJobs>().ReadAsync(default), j => j.Job.Id == JobTest.JobId);
    }

    [Fact]
    public async Task What_lay_before_the_installation_is_not_late()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, new TimeOnly(15, 0));
        Assert.Empty(await t.Core.Get<LateJobs>().ReadAsync(default));
    }

    [Fact]
    public async Task A_job_that_nobody_runs_is_late_three_hours_after_its_time()
    {
        await using var t = await JobTest.StartAsync();
        await t.StartUpAsync(Monday, Five);
        t.Clock.SetStockholm(Monday, new TimeOnly(9, 0));
        var late = (await t.Core.Get<LateJobs>().ReadAsync(default)).Single(j => j.Job.Id == JobTest.JobId);
        Assert.Equal(("2026-11-23", t.Clock.GetUtcNow().UtcDateTime.AddHours(-3)), (late.Period, late.DueAt));
    }

    private static async Task<List<EnVagUt.Core.Post.Mail.OutgoingMail>> AlarmsAsync(JobTest t)
    {
        await using var db = t.Core.Database.Open();
        return await db.Mail.AsNoTracking().Where(m => m.Template == "jobb-larm" && m.Key.StartsWith("jobb-larm/prov/")).ToListAsync();
    }
}
