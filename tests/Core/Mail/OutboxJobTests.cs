using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace EnVagUt.Tests.Core.Mail;

public class OutboxJobTests
{
    [Fact]
    public async Task A_letter_leaves_once_with_its_files()
    {
        await using var t = await CoreTest.StartAsync();
        var file = new FrozenDocument("årsrapport.docx", "application/octet-stream", "hej"u8.ToArray(), t.Stamp.At);
        t.Db.Add(file);
        var mail = await WriteAsync(t, "en", documentId: file.Id);

        await RunAsync(t);
        await RunAsync(t);

        var sent = Assert.Single(t.Mail.Sent);
        Assert.Equal((mail.Id.ToString("N"), "mottagare@exempel.se", "Ämne"), (sent.Id, sent.To, sent.Subject));
        Assert.Equal("årsrapport.docx", Assert.Single(sent.Files).Name);
        Assert.StartsWith("<!DOCTYPE html>", sent.Html, StringComparison.Ordinal);
        Assert.Equal((MailState.Sent, t.Stamp.At), (await StateAsync(t, mail), (await ReadAsync(t, mail)).SentAt));
    }

    [Fact]
    public async Task A_letter_that_meets_a_passing_fault_is_tried_later_and_later()
    {
        await using var t = await CoreTest.StartAsync();
        var mail = await WriteAsync(t, "en");
        t.Mail.OnSend = _ => throw new TimeoutException("451 4.7.1 <mottagare@exempel.se> greylisted");
        await RunAsync(t);

        var waiting = await ReadAsync(t, mail);
        Assert.Equal((MailState.Queued, 1, t.Stamp.At.AddMinutes(1)), (waiting.State, waiting.Attempts, waiting.NextAttemptAt));
        Assert.Equal("451 4.7.1 <(adress)> greylisted", waiting.LastError);

        t.Mail.OnSend = null;
        await RunAsync(t);
        Assert.Empty(t.Mail.Sent);
        t.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(t);
        Assert.Equal(MailState.Sent, await StateAsync(t, mail));
        Assert.Null((await ReadAsync(t, mail)).LastError);
    }

    [Fact]
    public async Task After_twenty_tries_over_days_the_letter_is_dead()
    {
        await using var t = await CoreTest.StartAsync();
        var mail = await WriteAsync(t, "en");
        var tries = 0;
        t.Mail.OnSend = _ => { tries++; throw new TimeoutException("no answer"); };
        var began = t.Clock.UtcNow();
        while (await StateAsync(t, mail) == MailState.Queued)
        {
            await RunAsync(t);
            if (await StateAsync(t, mail) == MailState.Queued)
                t.Clock.Advance((await ReadAsync(t, mail)).NextAttemptAt - t.Clock.UtcNow());
        }
        Assert.Equal((MailState.Dead, 20), (await StateAsync(t, mail), tries));
        Assert.InRange(t.Clock.UtcNow() - began, TimeSpan.FromDays(3), TimeSpan.FromDays(5));
    }

    [Fact]
    public async Task A_refused_letter_is_dead_at_once_and_may_be_sent_again_by_hand()
    {
        await using var t = await CoreTest.StartAsync();
        var mail = await WriteAsync(t, "en");
        t.Mail.OnSend = _ => throw new MailRejectedException("550 5.1.1 mottagare@exempel.se: no such user");
        await RunAsync(t);
        Assert.Equal((MailState.Dead, "550 5.1.1 (adress): no such user"), (await StateAsync(t, mail), (await ReadAsync(t, mail)).LastError));

        t.Mail.OnSend = null;
        t.NewScope();
        await t.Get<MailService>().ResendAsync(mail.Id, CancellationToken.None);
        await RunAsync(t);
        Assert.Equal(MailState.Sent, await StateAsync(t, mail));
        t.NewScope();
        await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<MailService>().ResendAsync(mail.Id, CancellationToken.None));
    }

    [Fact]
    public async Task The_letters_of_a_stopped_case_never_leave()
    {
        await using var t = await CoreTest.StartAsync();
        var caseId = Guid.CreateVersion7();
        var mail = await WriteAsync(t, "en", caseId: caseId);
        var other = await WriteAsync(t, "annan", caseId: Guid.CreateVersion7());

        await t.Get<MailService>().StopAsync(caseId, CancellationToken.None);
        Assert.Equal(MailState.Queued, await StateAsync(t, mail));
        await t.Db.SaveChangesAsync();
        await RunAsync(t);

        Assert.Equal((MailState.Stopped, MailState.Sent), (await StateAsync(t, mail), await StateAsync(t, other)));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_not_asked_for_every_letter()
    {
        await using var t = await CoreTest.StartAsync();
        for (var i = 0; i < 10; i++)
            await WriteAsync(t, $"{i}");
        var tries = 0;
        t.Mail.OnSend = _ => { tries++; throw new TimeoutException("no answer"); };
        await RunAsync(t);
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task A_letter_whose_server_died_on_the_way_is_sent_by_another_when_the_lease_is_over()
    {
        await using var t = await CoreTest.StartAsync();
        var mail = await WriteAsync(t, "en");
        var until = t.Clock.UtcNow().AddMinutes(5);
        await t.Db.Mail.ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.Attempts, 1).SetProperty(m => m.LeaseUntil, until));
        await RunAsync(t);
        Assert.Empty(t.Mail.Sent);

        t.Clock.Advance(TimeSpan.FromMinutes(6));
        await RunAsync(t);
        Assert.Equal(mail.Id.ToString("N"), Assert.Single(t.Mail.Sent).Id);
    }

    [Fact]
    public async Task Many_servers_send_each_letter_once()
    {
        await using var t = await CoreTest.StartInFileAsync();
        for (var i = 0; i < 40; i++)
            await WriteAsync(t, $"{i}");
        using var barrier = new Barrier(6);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = t.Database.Open();
            var job = new OutboxJob(db, new Outbox(db, t.Clock, Options.Create(new MailSettings())), (_, _) => Task.FromResult(true), t.Mail.Route, NullLogger<OutboxJob>.Instance);
            barrier.SignalAndWait();
            await job.RunAsync(new JobContext(Schedules.Outbox, "", t.Clock.Today(), null), CancellationToken.None);
        })));
        Assert.Equal(40, t.Mail.Sent.Count);
        Assert.Equal(40, t.Mail.Sent.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_key_in_a_link_leaves_with_the_letter_and_does_not_stay_in_the_row()
    {
        await using var t = await CoreTest.StartAsync();
        var link = "https://portalen.se/konto/nytt-losenord?nyckel=hemlig";
        var mail = new OutgoingMail("nyckel", "prov", "mottagare@exempel.se", "Ämne", $"Se {link}", $"<a href=\"{link}\">{link}</a>", t.Stamp.At);
        t.Db.Mail.Add(mail);
        await t.Db.SaveChangesAsync();
        await RunAsync(t);

        Assert.Contains("nyckel=hemlig", Assert.Single(t.Mail.Sent).Text, StringComparison.Ordinal);
        var row = await ReadAsync(t, mail);
        Assert.Equal("Se https://portalen.se/konto/nytt-losenord?…", row.Text);
        Assert.DoesNotContain("hemlig", row.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_letter_cannot_be_written_twice()
    {
        await using var t = await CoreTest.StartAsync();
        await WriteAsync(t, "en");
        t.NewScope();
        var e = await Assert.ThrowsAsync<DbUpdateException>(() => WriteAsync(t, "en"));
        Assert.True(t.Db.Dialect.IsUniqueBreach(e));
    }

    [Fact]
    public async Task A_frozen_document_cannot_be_changed()
    {
        await using var t = await CoreTest.StartAsync();
        var file = new FrozenDocument("a.txt", "text/plain", "hej"u8.ToArray(), t.Stamp.At);
        t.Db.Add(file);
        await t.Db.SaveChangesAsync();
        Assert.Equal("9c478bf63e9500cb5db1e85ece82f18c8eb9e52e2f9135acd7f10972c8d563ba", file.Sha256);

        t.Db.Entry(file).Property(d => d.Bytes).CurrentValue = "nej"u8.ToArray();
        await Assert.ThrowsAsync<InvalidOperationException>(() => t.Db.SaveChangesAsync());
    }

    private static async Task<OutgoingMail> WriteAsync(CoreTest t, string key, Guid? caseId = null, Guid? documentId = null)
    {
        var mail = new OutgoingMail(key, "prov", "mottagare@exempel.se", "Ämne", "Text", "<p>Text</p>", t.Stamp.At, caseId, documentId);
        t.Db.Mail.Add(mail);
        await t.Db.SaveChangesAsync();
        return mail;
    }

    private static async Task RunAsync(CoreTest t)
    {
        await t.Get<JobExecutor>().ExecuteAsync(Schedules.Outbox, null, CancellationToken.None);
        Assert.Null(t.Get<JobExecutor>().LastUnbooked(Schedules.Outbox)!.Error);
    }

    private static async Task<OutgoingMail> ReadAsync(CoreTest t, OutgoingMail mail)
    {
        await using var db = t.Database.Open();
        return await db.Mail.AsNoTracking().SingleAsync(m => m.Id == mail.Id);
    }

    private static async Task<MailState> StateAsync(CoreTest t, OutgoingMail mail) => (await ReadAsync(t, mail)).State;
}
