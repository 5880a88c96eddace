using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Mail;

/// <summary>Letters on their way to a real mail server.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private SmtpPeer _peer = null!;
    private MailApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _peer = await SmtpPeer.StartAsync(user: "robot", password: "hemligt");
        _app = new MailApp(new()
        {
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = $"{_peer.Port}",
            ["Smtp:Tls"] = "None",
            ["Smtp:User"] = "robot",
            ["Smtp:Password"] = "hemligt",
            ["Smtp:From"] = "Arbetsmarknadsenheten på Ängö <ame@exempel.se>",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _peer.DisposeAsync();
    }

    [Fact]
    public async Task A_letter_arrives_whole_with_swedish_letters_in_subject_name_text_and_file_name()
    {
        const string subject = "Påminnelse: svara på förfrågan om språkträning på Åkerbärets förskola senast fredag – tack för att ni tar emot";
        var id = await _app.WriteAsync("anna@exempel.se", subject, withFile: true);
        await _app.SendAsync();

        var mail = Assert.Single(await _peer.WaitForAsync(1));
        Assert.Equal(("ame@exempel.se", "Arbetsmarknadsenheten på Ängö", "anna@exempel.se"), (mail.From, mail.FromName, mail.To));
        Assert.Equal(subject, mail.Subject);
        Assert.Equal("Hej!\n\nÅäö ÅÄÖ é.\n", mail.Text.ReplaceLineEndings("\n"));
        Assert.Contains("<p>Åäö ÅÄÖ é.</p>", mail.Html, StringComparison.Ordinal);
        Assert.Equal($"{id:N}@exempel.se", mail.MessageId);
        Assert.Equal(new ReceivedFile("årsrapport.txt", 4), Assert.Single(mail.Files));
        Assert.True(mail.SignedIn);
        Assert.Equal(MailState.Sent, (await _app.ReadAsync(id)).State);
    }

    [Fact]
    public async Task A_451_is_tried_again_and_then_accepted()
    {
        var id = await _app.WriteAsync("later@exempel.se", "Hej");
        await _app.SendAsync();
        var waiting = await _app.ReadAsync(id);
        Assert.Equal((MailState.Queued, 1), (waiting.State, waiting.Attempts));
        Assert.Contains("greylisted", waiting.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("exempel.se", waiting.LastError, StringComparison.Ordinal);

        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await _app.SendAsync();
        Assert.Equal(MailState.Sent, (await _app.ReadAsync(id)).State);
        await _peer.WaitForAsync(1);
    }

    [Theory]
    [InlineData("refused@exempel.se")]
    [InlineData("spam@exempel.se")]
    [InlineData("ingen adress")]
    public async Task What_is_refused_for_good_is_dead(string address)
    {
        var id = await _app.WriteAsync(address, "Hej");
        await _app.SendAsync();
        Assert.Equal((MailState.Dead, 1), ((await _app.ReadAsync(id)).State, (await _app.ReadAsync(id)).Attempts));
        Assert.Empty(_peer.Mails);
    }

    [Fact]
    public async Task A_wrong_password_is_our_fault_and_kills_no_letter()
    {
        await using var app = new MailApp(new()
        {
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = $"{_peer.Port}",
            ["Smtp:Tls"] = "None",
            ["Smtp:User"] = "robot",
            ["Smtp:Password"] = "fel",
        });
        var id = await app.WriteAsync("anna@exempel.se", "Hej");
        await app.SendAsync();
        Assert.Equal(MailState.Queued, (await app.ReadAsync(id)).State);
    }

    [Fact]
    public async Task A_letter_that_was_taken_is_sent_even_when_the_farewell_fails()
    {
        var id = await _app.WriteAsync("gone@exempel.se", "Hej");
        await _app.SendAsync();
        Assert.Equal(MailState.Sent, (await _app.ReadAsync(id)).State);
        Assert.Single(await _peer.WaitForAsync(1));
    }

    [Fact]
    public async Task Without_a_mail_server_letters_become_files()
    {
        await using var app = new MailApp([]);
        var id = await app.WriteAsync("anna@exempel.se", "Hej på er");
        await app.SendAsync();
        Assert.Equal(MailState.Sent, (await app.ReadAsync(id)).State);
        var file = Assert.Single(Directory.GetFileSystemEntries(app.MailFolder));
        Assert.Equal($"20261123-090000-{id:N}.eml", Path.GetFileName(file));
        Assert.Contains("anna@exempel.se", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }
}
