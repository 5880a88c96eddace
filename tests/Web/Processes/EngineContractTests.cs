using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>
/// What the portal asks of Hangfire. That firings missed while no server ran are made up is asked by KilledJobTests.
/// </summary>
public sealed class EngineContractTests : ProcessTest
{
    [Fact]
    public async Task Stored_schedules_become_the_catalogue_and_those_that_are_so_already_are_left_alone()
    {
        await using var app = new EngineApp();
        var engine = app.Services.GetRequiredService<JobClock>();
        var catalogue = app.Services.GetRequiredService<JobCatalogue>().All;
        await UntilAsync(() => Task.FromResult(engine.Stored().Count == catalogue.Count));
        var before = engine.Stored().ToDictionary(s => s.JobId);
        Assert.All(catalogue, j => Assert.Equal(j.Cron, before[j.Id].Cron));

        var moved = catalogue.Single(j => j.Id == Schedules.Reminders) with { Cron = "15 5 * * *" };
        var added = new RecurringJob("ny", "Ny", "45 4 1 * *", moved.Handler, Schedules.Day);
        engine.Sync([.. catalogue.Where(j => j.Id is not Schedules.Reminders and not Schedules.ImportDrafts), moved, added]);

        var after = engine.Stored().ToDictionary(s => s.JobId);
        Assert.DoesNotContain(Schedules.ImportDrafts, after.Keys);
        Assert.Equal(("15 5 * * *", CronSchedule.Parse("15 5 * * *").Next(DateTime.UtcNow)), (after[moved.Id].Cron, after[moved.Id].Next));
        Assert.Equal(CronSchedule.Parse("45 4 1 * *").Next(DateTime.UtcNow), after["ny"].Next);
        Assert.Equal(before[Schedules.AnnualReports], after[Schedules.AnnualReports]);
        Assert.Equal(before[Schedules.StatusOfDay], after[Schedules.StatusOfDay]);
    }

    [Fact]
    public async Task Two_servers_stop_gracefully_start_again_and_fire_at_the_minute_and_nothing_is_done_twice()
    {
        await using var t = await CoreTest.StartInFileAsync();
        await using var peer = await SmtpPeer.StartAsync();
        await using (var first = await PortalProcess.StartAsync(Folder(t), Settings(peer)))
        await using (var second = await PortalProcess.StartAsync(Folder(t), Settings(peer)))
            Assert.All(await Task.WhenAll(first.StopAsync(), second.StopAsync()), code => Assert.Equal(0, code));

        await using var again = await PortalProcess.StartAsync(Folder(t), Settings(peer));
        await using var other = await PortalProcess.StartAsync(Folder(t), Settings(peer));
        // Both have looked once when they started. Nobody pokes them about letters that another program writes.
        await Task.Delay(TimeSpan.FromSeconds(2));
        await WriteAsync(t, 60);
        Assert.Empty(peer.Mails);

        await peer.WaitForAsync(60, seconds: 90);
        await UntilAsync(t, db => db.Mail.AllAsync(m => m.State == MailState.Sent));
        Assert.Equal(60, peer.Mails.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(60, peer.Mails.Count);
        Assert.False(await ReadAsync(t, db => db.JobRuns.GroupBy(r => new { r.JobId, r.Period }).AnyAsync(g => g.Count() > 1)));
    }

    private static async Task WriteAsync(CoreTest t, int count)
    {
        await using var db = t.Database.Open();
        for (var i = 0; i < count; i++)
            db.Mail.Add(new OutgoingMail($"{i}", "prov", $"n{i}@exempel.se", "Hej", "Hej", "<p>Hej</p>", DateTime.UtcNow));
        await db.SaveChangesAsync();
    }

    private static Dictionary<string, string> Settings(SmtpPeer peer) => new()
    {
        ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{peer.Port}", ["Smtp__Tls"] = "None",
    };

    private sealed class EngineApp : PortalApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Jobs:Enabled", "true");
        }
    }
}
