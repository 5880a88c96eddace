using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>The real program is killed with signal 9 in the middle of its work and started again: nothing lost, nothing twice.</summary>
public sealed class KilledJobTests : ProcessTest
{
    private const int Cases = 150;
    private static readonly CronSchedule Six = CronSchedule.Parse("0 6 * * *");

    [Fact]
    public async Task Killed_in_the_middle_of_the_reminders_it_goes_on_where_it_was_and_books_the_day_that_was_due()
    {
        await using var t = await CoreTest.StartInFileAsync();
        await SeedUnansweredRequestsAsync(t, DateTime.UtcNow.AddDays(-7));
        // The installation knows the job since the day before yesterday, so yesterday is due and not done.
        var periods = await KnowSinceTwoDaysAsync(t);
        await using var peer = await SmtpPeer.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{peer.Port}", ["Smtp__Tls"] = "None", ["Jobs__Lease"] = "00:00:02",
        };

        int written;
        await using (var portal = await PortalProcess.StartAsync(Folder(t), settings))
        {
            await UntilAsync(() => ReadAsync(t, async db => await Unanswered(db).CountAsync() >= 10), everyMs: 5);
            await portal.KillAsync();
            written = await ReadAsync(t, db => Unanswered(db).CountAsync());
        }
        Assert.InRange(written, 10, Cases - 1);
        var broken = await ReadAsync(t, db => db.JobRuns.SingleAsync(r => r.JobId == Schedules.Reminders && r.State == JobState.Running));
        Assert.Equal(periods[0], broken.Period);
        Assert.Equal(written, await ReadAsync(t, db => db.Mail.CountAsync(m => m.Template == "paminnelse-forfragan")));

        await UntilAsync(t, async db => !await db.JobRuns.AnyAsync(r => r.LeaseUntil > DateTime.UtcNow));
        await ExpireLettersAsync(t);
        await using (await PortalProcess.StartAsync(Folder(t), settings))
            await UntilAsync(t, async db => await db.JobRuns.CountAsync(r => r.State == JobState.Done) >= periods.Count
                && await db.Mail.AllAsync(m => m.State == MailState.Sent || m.State == MailState.NoAddress));

        var runs = await ReadAsync(t, db => db.JobRuns.Where(r => r.State == JobState.Done).OrderBy(r => r.DueAt).ToListAsync());
        Assert.Equal(periods, runs.Select(r => r.Period));
        Assert.Equal(2, runs[0].Attempts);
        var entries = await ReadAsync(t, db => Unanswered(db).ToListAsync());
        Assert.Equal(Cases, entries.Select(e => e.CaseId).Distinct().Count());
        Assert.Equal(Cases, entries.Select(e => e.MailId).Distinct().Count());
        Assert.Equal(Cases, entries.Count);
        await AssertEachLetterArrivedAsync(t, peer);
    }

    [Fact]
    public async Task Killed_while_the_mail_server_thinks_it_sends_that_letter_again_under_the_same_id_and_the_others_once()
    {
        await using var t = await CoreTest.StartInFileAsync();
        await using (var db = t.Database.Open())
        {
            foreach (var to in new[] { "a@exempel.se", "b@exempel.se", "held@exempel.se", "c@exempel.se", "d@exempel.se" })
                db.Mail.Add(new OutgoingMail(to, "prov", to, "Hej", "Hej", "<p>Hej</p>", DateTime.UtcNow));
            await db.SaveChangesAsync();
        }
        await using var peer = await SmtpPeer.StartAsync();
        var settings = new Dictionary<string, string> { ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{peer.Port}", ["Smtp__Tls"] = "None" };

        await using (var portal = await PortalProcess.StartAsync(Folder(t), settings))
        {
            await UntilAsync(() => Task.FromResult(peer.Held.Count == 1));
            await portal.KillAsync();
        }
        // The one on its way and those claimed behind it.
        Assert.Equal(3, await ReadAsync(t, db => db.Mail.CountAsync(m => m.State == MailState.Sending)));
        Assert.Equal(2, await ReadAsync(t, db => db.Mail.CountAsync(m => m.State == MailState.Sent)));

        await peer.ReleaseAsync();
        await ExpireLettersAsync(t);
        await using (await PortalProcess.StartAsync(Folder(t), settings))
            await UntilAsync(t, db => db.Mail.AllAsync(m => m.State == MailState.Sent));
        await AssertEachLetterArrivedAsync(t, peer);
    }

    private static IQueryable<ReminderEntry> Unanswered(AppDb db) => db.Reminders.Where(e => e.Reminder == "forfragan-obesvarad");

    // Whoever died on the way from the mail server's yes to ours sends that one letter again, with the same Message-ID.
    private static async Task AssertEachLetterArrivedAsync(CoreTest t, SmtpPeer peer)
    {
        var written = await ReadAsync(t, db => db.Mail.Select(m => m.Id).ToListAsync());
        await UntilAsync(() => Task.FromResult(peer.Mails.Select(m => m.MessageId).Distinct().Count() == written.Count));
        Assert.Equal(
            written.Select(id => id.ToString("N")).Order(StringComparer.Ordinal),
            peer.Mails.Select(m => m.MessageId.Split('@')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(peer.Mails.Count, written.Count, written.Count + 1);
    }

    private static async Task SeedUnansweredRequestsAsync(CoreTest t, DateTime asked)
    {
        t.Clock.SetStockholm(asked.StockholmDate());
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Form = Form.Employment, To = null, Supports = [Lonestod.Nystartsjobb] });
        await t.AsAsync(Role.Coordinator);
        for (var i = 0; i < Cases; i++)
        {
            var participant = await t.Stage.ParticipantAsync();
            t.NewScope();
            var service = t.Get<PlacementService>();
            var id = await service.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From }, default);
            await service.ParticipantAnsweredAsync(id, true, default);
            await service.ReleaseAsync(id, null, default);
            await service.RequestAsync(id, default);
        }
    }

    /// <returns>The periods that are due now.</returns>
    private static async Task<List<string>> KnowSinceTwoDaysAsync(CoreTest t)
    {
        var known = Six.Backwards(DateTime.UtcNow.StockholmDate().AddDays(-1).StartOfDayUtc()).First();
        await using var db = t.Database.Open();
        db.JobRuns.Add(JobRun.BeforeKnown(Schedules.Reminders, Schedules.Day(known.ToStockholm()), known));
        await db.SaveChangesAsync();
        return [.. Six.Backwards(DateTime.UtcNow).TakeWhile(o => o > known).Reverse().Select(o => Schedules.Day(o.ToStockholm()))];
    }

    // As if the five minutes had passed for which a silent server keeps its letter.
    private static Task<int> ExpireLettersAsync(CoreTest t) => ReadAsync(t, db => db.Mail.Where(m => m.State == MailState.Sending)
        .ExecuteUpdateAsync(s => s.SetProperty(m => m.LeaseUntil, DateTime.UtcNow.AddSeconds(-1))));
}
