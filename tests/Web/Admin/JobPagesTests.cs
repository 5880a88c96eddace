using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Admin;

public sealed class JobPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task An_administrator_runs_a_job_now_and_reads_how_it_went()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        var list = await admin.GetPageAsync("/admin/jobb");
        Assert.Contains("Påminnelser", list.MainText(), StringComparison.Ordinal);
        Assert.Contains("24 nov 2026 kl. 06.00", list.MainText(), StringComparison.Ordinal);

        using var posted = await admin.PostFormAsync("/admin/jobb", new Dictionary<string, string?> { ["Job"] = Schedules.Reminders });
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Equal(1, await app.ReadAsync(db => db.JobRuns.CountAsync(r => r.JobId == Schedules.Reminders && r.State == JobState.Queued)));

        await app.Services.GetRequiredService<JobExecutor>().ExecuteAsync(Schedules.Reminders, null, CancellationToken.None);
        Assert.Contains("0 påminnelser, 0 utan brev", (await admin.GetPageAsync("/admin/jobb")).MainText(), StringComparison.Ordinal);
        var history = (await admin.GetPageAsync("/admin/jobb/paminnelser")).MainText();
        Assert.Contains("För hand 23 nov 2026 kl. 09.00", history, StringComparison.Ordinal);
        Assert.Contains("Test Administrator", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_keeps_no_ledger_shows_how_it_went_here()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        await app.Services.GetRequiredService<JobExecutor>().ExecuteAsync(Schedules.Outbox, null, CancellationToken.None);
        Assert.Contains("0 skickade", (await admin.GetPageAsync("/admin/jobb")).MainText(), StringComparison.Ordinal);
        Assert.Contains("så ofta", (await admin.GetPageAsync("/admin/jobb/utskick")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_is_late_is_told_at_the_top_and_its_own_page_shows_last_result_duration_and_next()
    {
        await using var own = new PortalApp();
        using var admin = await own.SignInAsAsync(Role.Administrator);
        using var visitor = own.Visitor();
        Assert.DoesNotContain("inte klart i tid", (await admin.GetPageAsync("/admin/jobb")).MainText(), StringComparison.Ordinal);
        await own.ReadAsync(async db =>
        {
            db.JobRuns.Add(JobRun.BeforeKnown(Schedules.Reminders, "2026-11-22", new DateTime(2026, 11, 22, 5, 0, 0, DateTimeKind.Utc)));
            return await db.SaveChangesAsync();
        });
        Assert.Equal("Unhealthy", await (await visitor.GetAsync("/halsa/jobb")).Content.ReadAsStringAsync());
        var list = (await admin.GetPageAsync("/admin/jobb")).MainText();
        Assert.Contains("Ett jobb är inte klart i tid", list, StringComparison.Ordinal);
        Assert.Contains("Påminnelser för 23 november 2026 skulle ha gjorts 23 nov 2026 kl. 06.00", list, StringComparison.Ordinal);

        await own.Services.GetRequiredService<JobExecutor>().ExecuteAsync(Schedules.Reminders, null, CancellationToken.None);
        Assert.DoesNotContain("inte klart i tid", (await admin.GetPageAsync("/admin/jobb")).MainText(), StringComparison.Ordinal);
        Assert.Equal("Healthy", await visitor.GetStringAsync("/halsa/jobb"));
        var facts = (await admin.GetPageAsync("/admin/jobb/paminnelser")).QuerySelector("dl.facts")!.TextContent;
        foreach (var fact in new[] { "23 nov 2026 kl. 09.00", "Klar", "0 påminnelser", "under 1 s", "24 nov 2026 kl. 06.00" })
            Assert.Contains(fact, facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_job_is_not_found()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        using var response = await admin.GetAsync("/admin/jobb/finns-inte");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
