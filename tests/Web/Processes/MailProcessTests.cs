using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

/// <summary>The real program with all its parts, in a process of its own.</summary>
public sealed class MailProcessTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("envagut-process-");
    private readonly TestDb _database;

    public MailProcessTests() => _database = TestDb.InFile(Path.Combine(_folder.FullName, "envagut.db"));

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Starttls_with_sign_in_works_when_the_authority_is_trusted_and_only_then()
    {
        await using var peer = await SmtpPeer.StartAsync(PeerTls.StartTls, "robot", "hemligt");
        await WriteAsync("anna@exempel.se");
        var settings = Settings(peer, "StartTls", ("Smtp__User", "robot"), ("Smtp__Password", "hemligt"));
        await using (await PortalProcess.StartAsync(_folder.FullName, settings))
            await UntilAsync(m => m.Attempts == 1 && m.State == MailState.Queued);
        Assert.Empty(peer.Mails);

        await TryNowAsync();
        settings["SSL_CERT_FILE"] = peer.AuthorityFile;
        await using (await PortalProcess.StartAsync(_folder.FullName, settings))
            await UntilAsync(m => m.State == MailState.Sent);
        var mail = Assert.Single(await peer.WaitForAsync(1));
        Assert.Equal((true, true, "Påminnelse"), (mail.Tls, mail.SignedIn, mail.Subject));
    }

    [Fact]
    public async Task A_certificate_for_another_name_keeps_the_letter_here_even_when_its_authority_is_trusted()
    {
        await using var peer = await SmtpPeer.StartAsync(PeerTls.StartTls, name: "annan.exempel.se");
        await WriteAsync("anna@exempel.se");
        await using var portal = await PortalProcess.StartAsync(_folder.FullName, Settings(peer, "StartTls", ("SSL_CERT_FILE", peer.AuthorityFile)));
        await UntilAsync(m => m.Attempts == 1 && m.State == MailState.Queued);
        Assert.Contains("Mejlserverns certifikat gäller ett annat namn än localhost (Smtp:Host).", (await ReadAsync()).LastError, StringComparison.Ordinal);
        Assert.Empty(peer.Mails);
    }

    [Fact]
    public async Task A_time_limit_as_long_as_the_lease_is_refused_at_start_with_a_reason()
    {
        await using var peer = await SmtpPeer.StartAsync();
        var settings = Settings(peer, "None", ("Smtp__TimeoutSeconds", "30"), ("Mail__Lease", "00:00:30"));
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => PortalProcess.StartAsync(_folder.FullName, settings));
        Assert.Contains("Mail:Lease", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_not_sent_in_clear_when_the_server_has_no_starttls()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await WriteAsync("anna@exempel.se");
        await using var portal = await PortalProcess.StartAsync(_folder.FullName, Settings(peer, "StartTls"));
        await UntilAsync(m => m.Attempts == 1 && m.State == MailState.Queued);
        Assert.Empty(peer.Mails);
    }

    [Fact]
    public async Task A_letter_leaves_over_implicit_tls()
    {
        await using var peer = await SmtpPeer.StartAsync(PeerTls.Implicit);
        await WriteAsync("anna@exempel.se");
        await using var portal = await PortalProcess.StartAsync(_folder.FullName, Settings(peer, "Implicit", ("SSL_CERT_FILE", peer.AuthorityFile)));
        await UntilAsync(m => m.State == MailState.Sent);
        Assert.True(Assert.Single(await peer.WaitForAsync(1)).Tls);
    }

    [Fact]
    public async Task A_stopping_portal_waits_for_the_letter_that_is_on_its_way()
    {
        await using var peer = await SmtpPeer.StartAsync();
        await WriteAsync("held@exempel.se");
        await using var portal = await PortalProcess.StartAsync(_folder.FullName, Settings(peer, "None"));
        await UntilAsync(() => peer.Held.Count == 1);

        var stopped = portal.StopAsync();
        await UntilAsync(() => portal.Log.Contains("shutting down", StringComparison.Ordinal));
        await peer.ReleaseAsync();

        Assert.Equal(0, await stopped);
        Assert.Equal(MailState.Sent, (await ReadAsync()).State);
        Assert.Single(await peer.WaitForAsync(1));
    }

    private static Dictionary<string, string> Settings(SmtpPeer peer, string tls, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["Smtp__Host"] = "localhost",
            ["Smtp__Port"] = $"{peer.Port}",
            ["Smtp__Tls"] = tls,
            ["Smtp__From"] = "Kommunen <ame@exempel.se>",
        };
        foreach (var (name, value) in more)
            settings[name] = value;
        return settings;
    }

    private async Task WriteAsync(string to)
    {
        await using var db = _database.Open();
        db.Mail.Add(new OutgoingMail("prov", "prov", to, "Påminnelse", "Hej", "<p>Hej</p>", DateTime.UtcNow));
        await db.SaveChangesAsync();
    }

    private async Task TryNowAsync()
    {
        await using var db = _database.Open();
        await db.Mail.ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, DateTime.UtcNow));
    }

    private async Task<OutgoingMail> ReadAsync()
    {
        await using var db = _database.Open();
        return await db.Mail.AsNoTracking().SingleAsync();
    }

    private async Task UntilAsync(Func<OutgoingMail, bool> happened)
    {
        for (var i = 0; i < 600 && !happened(await ReadAsync()); i++)
            await Task.Delay(50);
        var mail = await ReadAsync();
        Assert.True(happened(mail), $"{mail.State} after {mail.Attempts} attempts: {mail.LastError}");
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var i = 0; i < 600 && !happened(); i++)
            await Task.Delay(50);
        Assert.True(happened());
    }
}
