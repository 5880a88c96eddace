using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Mail;

/// <summary>The letters of a run share one connection, and whatever the mail server does to it, each comes once.</summary>
public sealed class ConnectionTests
{
    // More than are claimed at a time.
    private const int Letters = Outbox.Batch + 5;

    [Fact]
    public async Task All_letters_of_a_run_leave_over_one_connection()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var app = await SendAsync(peer);
        await AssertEachCameOnceAsync(app, peer);
        Assert.Equal(1, peer.Connections);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(7, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    public async Task A_connection_that_the_mail_server_closes_is_opened_again_and_no_letter_waits_for_it(int closeAfter, bool politely)
    {
        await using var peer = await SmtpPeer.StartAsync(closeAfter: closeAfter, politely: politely);
        await using var app = await SendAsync(peer);
        await AssertEachCameOnceAsync(app, peer);
        Assert.Equal((Letters + closeAfter - 1) / closeAfter, peer.Connections);
    }

    [Fact]
    public async Task A_mail_server_that_shuts_down_in_the_middle_of_a_batch_loses_nothing()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var app = await SendAsync(peer, new() { [5] = "busy5@exempel.se", [6] = "busy6@exempel.se" });
        await AssertEachCameOnceAsync(app, peer);
        Assert.Equal(3, peer.Connections);
    }

    [Fact]
    public async Task A_refused_receiver_does_not_cost_the_connection()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var app = await SendAsync(peer, new() { [5] = "refused@exempel.se", [8] = "spam@exempel.se", [9] = "later@exempel.se" });
        Assert.Equal(Letters - 3, (await peer.WaitForAsync(Letters - 3)).Count);
        Assert.Equal(1, peer.Connections);
        Assert.Equal(2, await app.ReadAsync(db => db.Mail.CountAsync(m => m.State == MailState.Dead)));
    }

    [Fact]
    public async Task A_letter_that_may_have_been_taken_is_not_sent_again_at_once()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var app = await SendAsync(peer, new() { [5] = "drop@exempel.se" });
        await peer.WaitForAsync(Letters - 1);
        var dropped = await app.ReadAsync(db => db.Mail.AsNoTracking().SingleAsync(m => m.State != MailState.Sent));
        Assert.Equal((MailState.Queued, 1), (dropped.State, dropped.Attempts));
        Assert.StartsWith("Mejlservern bröt förbindelsen.", dropped.LastError, StringComparison.Ordinal);
        Assert.Equal(2, peer.Connections);
    }

    private static async Task<MailApp> SendAsync(SmtpPeer peer, Dictionary<int, string>? others = null)
    {
        var app = new MailApp(new() { ["Smtp:Host"] = "127.0.0.1", ["Smtp:Port"] = $"{peer.Port}", ["Smtp:Tls"] = "None", ["Smtp:From"] = "AME <ame@exempel.se>" });
        for (var i = 0; i < Letters; i++)
            await app.WriteAsync(others?.GetValueOrDefault(i) ?? $"nummer{i}@exempel.se", $"Brev {i}");
        await app.SendAsync();
        return app;
    }

    private static async Task AssertEachCameOnceAsync(MailApp app, SmtpPeer peer)
    {
        Assert.True(await app.ReadAsync(db => db.Mail.AllAsync(m => m.State == MailState.Sent && m.Attempts == 1)));
        var came = await peer.WaitForAsync(Letters);
        Assert.Equal((Letters, Letters), (came.Count, came.Select(m => m.MessageId).Distinct().Count()));
    }
}
