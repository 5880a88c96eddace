using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Mail;

/// <summary>A real mail server that fails in every way it can: what becomes of the letters, and what the administrator reads.</summary>
public sealed class PeerFaultTests
{
    [Fact]
    public async Task A_mail_server_that_was_down_for_a_day_gets_every_letter_the_same_day_as_it_is_back()
    {
        var peer = await SmtpPeer.StartAsync();
        var port = peer.Port;
        await peer.DisposeAsync();
        await using var app = App(port);
        for (var i = 0; i < 10; i++)
            await app.WriteAsync($"nummer{i}@exempel.se", "Hej");

        var down = app.Clock.GetUtcNow().AddDays(1);
        for (; app.Clock.GetUtcNow() < down; app.Clock.Advance(TimeSpan.FromMinutes(10)))
            await app.SendAsync();
        Assert.All(await LettersAsync(app), m => Assert.Equal(MailState.Queued, m.State));
        var page = await ReadPageAsync(app);
        Assert.Contains("10 brev väntar på nytt försök", page, StringComparison.Ordinal);
        Assert.Contains($"Mejlservern 127.0.0.1:{port} går inte att nå. – Connection refused", page, StringComparison.Ordinal);
        Assert.Matches("Försöks igen 2[0-9] nov 2026", page);

        await using var back = await SmtpPeer.StartAsync(port: port);
        for (var until = down.AddHours(7); app.Clock.GetUtcNow() < until; app.Clock.Advance(TimeSpan.FromMinutes(10)))
            await app.SendAsync();
        Assert.All(await LettersAsync(app), m => Assert.Equal(MailState.Sent, m.State));
        Assert.Equal(10, (await back.WaitForAsync(10)).Select(m => m.To).Distinct().Count());
        Assert.DoesNotContain("väntar på nytt försök", await ReadPageAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_refused_address_does_not_keep_the_others_back_and_is_shown_without_the_address()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var app = App(peer.Port);
        foreach (var to in new[] { "anna@exempel.se", "refused@exempel.se", "later@exempel.se", "bo@exempel.se" })
            await app.WriteAsync(to, $"Till {to[..2]}");
        await app.SendAsync();

        Assert.Equal(["anna@exempel.se", "bo@exempel.se"], (await peer.WaitForAsync(2)).Select(m => m.To).Order(StringComparer.Ordinal));
        var page = await ReadPageAsync(app);
        Assert.Contains("1 brev gick inte att skicka", page, StringComparison.Ordinal);
        Assert.Contains("Mejlservern tar inte emot brev till mottagaren. – 5.1.1 <(adress)>: no such user", page, StringComparison.Ordinal);
        Assert.Contains("1 brev väntar på nytt försök", page, StringComparison.Ordinal);
        Assert.Contains("greylisted, try later", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_is_slower_than_the_time_limit_is_tried_again_and_holds_nothing_up()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var app = App(peer.Port, ("Smtp:TimeoutSeconds", "1"));
        await app.WriteAsync("held@exempel.se", "Hej");
        await app.WriteAsync("anna@exempel.se", "Hej");
        var began = DateTime.UtcNow;
        await app.SendAsync();
        Assert.InRange(DateTime.UtcNow - began, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));

        Assert.Equal("anna@exempel.se", Assert.Single(await peer.WaitForAsync(1)).To);
        Assert.Contains("Mejlservern svarade inte inom 1 s.", await ReadPageAsync(app), StringComparison.Ordinal);
        await AssertTriedAgainAsync(app, "held@exempel.se");
        await peer.ReleaseAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SendAsync();
        Assert.All(await LettersAsync(app), m => Assert.Equal(MailState.Sent, m.State));
    }

    [Fact]
    public async Task A_connection_dropped_in_the_middle_of_the_text_is_tried_again()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await using var app = App(peer.Port, ("Smtp:TimeoutSeconds", "5"));
        await app.WriteAsync("drop@exempel.se", "Hej");
        await app.SendAsync();
        await AssertTriedAgainAsync(app, "drop@exempel.se");
        Assert.Contains("1 brev väntar på nytt försök", await ReadPageAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_keeps_the_letter_here_and_says_so()
    {
        await using var peer = await SmtpPeer.StartAsync(PeerTls.StartTls);
        await using var app = App(peer.Port, ("Smtp:Tls", "StartTls"));
        await app.WriteAsync("anna@exempel.se", "Hej");
        await app.SendAsync();
        Assert.Empty(peer.Mails);
        await AssertTriedAgainAsync(app, "anna@exempel.se");
        Assert.Contains("Mejlserverns certifikat är inte giltigt: utfärdaren är okänd här", await ReadPageAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_from_every_other_fault()
    {
        await using var peer = await SmtpPeer.StartAsync(user: "robot", password: "hemligt");
        await using var app = App(peer.Port, ("Smtp:User", "robot"), ("Smtp:Password", "fel"));
        await app.WriteAsync("anna@exempel.se", "Hej");
        await app.SendAsync();
        Assert.Empty(peer.Mails);
        await AssertTriedAgainAsync(app, "anna@exempel.se");
        Assert.Contains("Mejlservern godtar inte användarnamnet eller lösenordet (Smtp:User, Smtp:Password).", await ReadPageAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_wants_a_sign_in_says_so_and_gets_no_letter_killed()
    {
        await using var peer = await SmtpPeer.StartAsync(user: "robot", password: "hemligt");
        await using var app = App(peer.Port);
        await app.WriteAsync("anna@exempel.se", "Hej");
        await app.SendAsync();
        await AssertTriedAgainAsync(app, "anna@exempel.se");
        Assert.Contains("Mejlservern kräver inloggning", await ReadPageAsync(app), StringComparison.Ordinal);
    }

    private static MailApp App(int port, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string> { ["Smtp:Host"] = "127.0.0.1", ["Smtp:Port"] = $"{port}", ["Smtp:Tls"] = "None", ["Smtp:From"] = "AME <ame@exempel.se>" };
        foreach (var (name, value) in more)
            settings[name] = value;
        return new MailApp(settings);
    }

    private static async Task AssertTriedAgainAsync(MailApp app, string to)
    {
        var mail = (await LettersAsync(app)).Single(m => m.To == to);
        Assert.Equal((MailState.Queued, 1, app.Clock.GetUtcNow().UtcDateTime.AddMinutes(1)), (mail.State, mail.Attempts, mail.NextAttemptAt));
        Assert.DoesNotContain("@", mail.LastError, StringComparison.Ordinal);
    }

    private static Task<List<OutgoingMail>> LettersAsync(MailApp app) => app.ReadAsync(db => db.Mail.AsNoTracking().ToListAsync());

    private static async Task<string> ReadPageAsync(MailApp app)
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        return (await admin.GetPageAsync("/admin/brev")).MainText();
    }
}
