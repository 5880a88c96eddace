using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Mail;

/// <summary>The claim: several letters at once, each of them one server's.</summary>
public class OutboxTests
{
    [Fact]
    public async Task Letters_are_claimed_a_batch_at_a_time_oldest_first()
    {
        await using var t = await StartAsync(30);
        var first = await t.Get<Outbox>().ClaimAsync(default);
        var second = await t.Get<Outbox>().ClaimAsync(default);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i:00}"), first.Concat(second).Select(l => l.Mail.Key));
        Assert.Equal(Outbox.Batch, first.Count);
        Assert.Empty(await t.Get<Outbox>().ClaimAsync(default));
        Assert.All(await ReadAsync(t), m => Assert.Equal((MailState.Sending, 1, t.Clock.UtcNow().AddMinutes(5)), (m.State, m.Attempts, m.LeaseUntil!.Value)));
    }

    [Fact]
    public async Task Letters_of_a_server_that_died_are_taken_over_and_the_dead_one_may_write_nothing_more()
    {
        await using var t = await StartAsync(3);
        var dead = await t.Get<Outbox>().ClaimAsync(default);
        t.Clock.Advance(TimeSpan.FromMinutes(6));
        var heir = await t.Get<Outbox>().ClaimAsync(default);
        Assert.Equal([2, 2, 2], heir.Select(l => l.Attempt));

        Assert.False(await t.Get<Outbox>().HoldAsync(dead[0], default));
        await t.Get<Outbox>().FailedAsync(dead[0], "fel", dead: true);
        await t.Get<Outbox>().ReleaseAsync(dead[1]);
        await t.Get<Outbox>().SentAsync(dead[2]);
        Assert.All(await ReadAsync(t), m => Assert.Equal((MailState.Sending, 2), (m.State, m.Attempts)));
    }

    [Fact]
    public async Task A_claim_is_renewed_before_a_letter_begins_when_it_is_no_longer_fresh()
    {
        await using var t = await StartAsync(2);
        var letters = await t.Get<Outbox>().ClaimAsync(default);
        t.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await t.Get<Outbox>().HoldAsync(letters[1], default));
        Assert.Equal([1, 5], (await ReadAsync(t)).OrderBy(m => m.Key).Select(m => (m.LeaseUntil!.Value - t.Clock.UtcNow()).TotalMinutes));
    }

    [Fact]
    public async Task A_slow_batch_keeps_every_letter_its_own_though_another_server_looks_all_the_time()
    {
        await using var t = await StartAsync(6, s => s.Configure<MailSettings>(m => m.Lease = TimeSpan.FromMinutes(1)));
        await using var other = t.Services.CreateAsyncScope();
        other.ServiceProvider.GetRequiredService<EnVagUt.Core.Ground.Access.Viewer>().BecomeJob();
        var taken = 0;
        t.Mail.OnSend = _ => t.Clock.Advance(TimeSpan.FromSeconds(50));
        var job = ActivatorUtilities.CreateInstance<OutboxJob>(t.Get<IServiceProvider>());
        await job.RunAsync(new JobContext(Schedules.Outbox, "", t.Clock.Today(), null), default);
        taken += (await other.ServiceProvider.GetRequiredService<Outbox>().ClaimAsync(default)).Count;
        Assert.Equal((6, 0), (t.Mail.Sent.Count, taken));
    }

    [Fact]
    public async Task A_letter_stopped_while_it_waits_in_a_claimed_batch_does_not_leave()
    {
        await using var t = await StartAsync(0);
        var caseId = Guid.CreateVersion7();
        foreach (var key in new[] { "a", "b" })
            t.Db.Mail.Add(new OutgoingMail(key, "prov", "x@exempel.se", "x", "x", "x", t.Stamp.At.AddMinutes(key == "a" ? -1 : 0), key == "b" ? caseId : null));
        await t.Db.SaveChangesAsync();
        t.Mail.OnSend = _ => Task.Run(() => StopAsync(t, caseId)).GetAwaiter().GetResult();
        await RunAsync(t);
        Assert.Single(t.Mail.Sent);
        Assert.Equal([MailState.Sent, MailState.Stopped], (await ReadAsync(t)).OrderBy(m => m.Key).Select(m => m.State));
    }

    [Fact]
    public async Task Letters_claimed_but_not_begun_are_given_back_untried_when_the_mail_server_is_away()
    {
        await using var t = await StartAsync(10);
        t.Mail.OnSend = _ => throw new TimeoutException("no answer");
        await RunAsync(t);
        var letters = await ReadAsync(t);
        Assert.All(letters, m => Assert.Equal(MailState.Queued, m.State));
        Assert.Equal((3, 7), (letters.Count(m => m.Attempts == 1), letters.Count(m => m.Attempts == 0)));
    }

    [Fact]
    public async Task To_send_again_somebody_must_have_chosen_a_letter_and_only_dead_ones_are_sent()
    {
        await using var t = await StartAsync(2);
        var ids = (await ReadAsync(t)).Select(m => m.Id).ToList();
        await t.Db.Mail.Where(m => m.Id == ids[0]).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Dead));
        t.NewScope();
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<MailService>().ResendAsync([], default));
        Assert.Equal(Rule.NoLetterChosen, breach.Rule);
        Assert.Equal(1, await t.Get<MailService>().ResendAsync(ids, default));
        Assert.All(await ReadAsync(t), m => Assert.Equal(MailState.Queued, m.State));
    }

    private static async Task StopAsync(CoreTest t, Guid caseId)
    {
        await using var db = t.Database.Open();
        await new MailService(db, t.Clock).StopAsync(caseId, default);
        await db.SaveChangesAsync();
    }

    private static async Task<CoreTest> StartAsync(int letters, Action<IServiceCollection>? services = null)
    {
        var t = await CoreTest.StartInFileAsync(services);
        for (var i = 0; i < letters; i++)
            t.Db.Mail.Add(new OutgoingMail($"{i:00}", "prov", "x@exempel.se", "x", "x", "x", t.Stamp.At.AddSeconds(i - letters)));
        await t.Db.SaveChangesAsync();
        return t;
    }

    private static async Task RunAsync(CoreTest t)
    {
        await t.Get<JobExecutor>().ExecuteAsync(Schedules.Outbox, null, default);
        Assert.Null(t.Get<JobExecutor>().LastUnbooked(Schedules.Outbox)!.Error);
    }

    private static async Task<List<OutgoingMail>> ReadAsync(CoreTest t)
    {
        await using var db = t.Database.Open();
        return await db.Mail.AsNoTracking().ToListAsync();
    }
}
