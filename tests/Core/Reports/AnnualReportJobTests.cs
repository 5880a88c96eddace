using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Post.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

public class AnnualReportJobTests
{
    private static readonly DateOnly Due = new(2027, 1, 2);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_the_second_of_January_every_namnd_has_a_draft_of_the_year_that_ended()
    {
        await using var s = await ReportStage.StartAsync();
        var ended = await s.UnitAsync(OrgLevel.Namnd, "Byggnämnden", null);
        await using (var db = s.Test.Database.Open())
        {
            (await db.OrgUnits.FindAsync([ended.Id], Ct))!.End(new DateOnly(2025, 12, 31), null, new(null, s.Test.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(Ct);
        }
        await KnownAsync(s);
        s.Test.Clock.SetStockholm(Due, new TimeOnly(3, 29));
        await FireAsync(s);
        Assert.Empty(await s.Test.Db.AnnualReports.ToListAsync(Ct));

        s.Test.Clock.SetStockholm(Due, new TimeOnly(3, 30));
        await FireAsync(s);
        await FireAsync(s);

        var reports = await s.Test.Db.AnnualReports.AsNoTracking().OrderBy(r => r.NamndName).ToListAsync(Ct);
        Assert.Equal([("Arbetsmarknadsnämnden", 2026), ("Omsorgsnämnden", 2026)], reports.Select(r => (r.NamndName, r.Year)));
        var run = await RunAsync(s);
        Assert.Equal(("2026", JobState.Done, "2026: 2 sammanställda, 0 fanns redan"), (run.Period, run.State, run.Result));
    }

    [Fact]
    public async Task A_run_that_was_broken_off_goes_on_with_the_namnder_that_are_left_and_belongs_to_the_day_it_was_due()
    {
        await using var s = await ReportStage.StartAsync();
        await KnownAsync(s);
        s.Test.Clock.SetStockholm(Due, new TimeOnly(3, 31));
        var first = await s.CompileAsync(s.Care);

        s.Test.Clock.SetStockholm(Due.AddDays(40));
        await FireAsync(s);

        var run = await RunAsync(s);
        Assert.Equal(("2026", "2026: 1 sammanställda, 1 fanns redan"), (run.Period, run.Result));
        Assert.Equal(new DateTime(2027, 1, 2, 2, 30, 0, DateTimeKind.Utc), run.DueAt);
        Assert.Equal(first.Version, (await s.ReadAsync(first.Id)).Version);
    }

    [Fact]
    public async Task A_draft_from_before_the_day_gets_new_figures_and_a_locked_report_is_left_alone()
    {
        await using var s = await ReportStage.StartAsync();
        await KnownAsync(s);
        s.Test.Clock.SetStockholm(new DateOnly(2026, 12, 1));
        var early = await s.CompileAsync(s.Care);
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 1));
        var locked = await s.LockAsync(s.Labour);

        s.Test.Clock.SetStockholm(Due, new TimeOnly(3, 30));
        await FireAsync(s);

        Assert.NotEqual(early.Version, (await s.ReadAsync(early.Id)).Version);
        Assert.Equal(locked.Version, (await s.ReadAsync(locked.Id)).Version);
        Assert.Equal(2, await s.Test.Db.AnnualReports.CountAsync(Ct));
    }

    [Fact]
    public async Task A_run_by_hand_may_name_another_year()
    {
        await using var s = await ReportStage.StartAsync();
        await KnownAsync(s);
        await s.Test.Get<JobService>().RunNowAsync(Schedules.AnnualReports, "2024", Ct);
        await FireAsync(s);
        Assert.All(await s.Test.Db.AnnualReports.ToListAsync(Ct), r => Assert.Equal(2024, r.Year));
        Assert.Equal(2, await s.Test.Db.AnnualReports.CountAsync(Ct));
    }

    private static async Task KnownAsync(ReportStage s) =>
        await s.Test.Get<JobLedger>().EnsureKnownAsync(s.Test.Get<JobCatalogue>().Find(Schedules.AnnualReports)!, Ct);

    private static async Task FireAsync(ReportStage s)
    {
        await s.Test.Get<JobExecutor>().ExecuteAsync(Schedules.AnnualReports, null, Ct);
        s.Test.NewScope();
    }

    private static Task<JobRun> RunAsync(ReportStage s) =>
        s.Test.Db.JobRuns.AsNoTracking().SingleAsync(r => r.JobId == Schedules.AnnualReports && r.State != JobState.Skipped, Ct);
}
