using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>
/// What every job engine must do, run against the one that this build was made with. That firings missed while no server
/// ran are made up is asked by KilledJobTests.
/// </summary>
public sealed class EngineContractTests : ProcessTest
{
    [Fact]
    public async Task Stored_schedules_become_the_catalogue_and_those_that_are_so_already_are_left_alone()
    {
        await using var app = new EngineApp();
        var engine = app.Services.GetRequiredService<IJobEngine>();
        var catalogue = app.Services.GetRequiredService<JobCatalogue>().All;
        await UntilAsync(async () => (await engine.StoredAsync(default)).Count == catalogue.Count);
        var before = (await engine.StoredAsync(default)).ToDictionary(s => s.JobId);
        Assert.All(catalogue, j => Assert.Equal(j.Cron, before[j.Id].Cron));

        var moved = catalogue.Single(j => j.Id == Schedules.Reminders) with { Cron = "15 5 * * *" };
        var added = new RecurringJob("ny", "Ny", "45 4 1 * *", moved.Handler, Schedules.Day);
        await engine.SyncAsync([.. catalogue.Where(j => j.Id is not Schedules.Reminders and not Schedules.ImportDrafts), moved, added], default);

        var after = (await engine.StoredAsync(default)).ToDictionary(s => s.JobId);
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
        await using (var first = await PortalProcess.StartAsync(Folder(t), Settings(peer, 1)))
        await using (var second = await PortalProcess.StartAsync(Folder(t), Settings(peer, 2)))
            Assert.All(await Task.WhenAll(first.StopAsync(), second.StopAsync()), code => Assert.Equal(0, code));

        await using var again = await PortalProcess.StartAsync(Folder(t), Settings(peer, 1));
        await using var other = await PortalProcess.StartAsync(Folder(t), Settings(peer, 2));
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

    private static Dictionary<string, string> Settings(SmtpPeer peer, int instance) => new()
    {
        ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{peer.Port}", ["Smtp__Tls"] = "None", ["Jobs__Instance"] = $"{instance}",
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
