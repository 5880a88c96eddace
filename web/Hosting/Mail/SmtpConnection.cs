using System.Net.Security;
using EnVagUt.Core.Post.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace EnVagUt.Web.Hosting;

/// <summary>
/// One connection to the mail server for all letters of a run. Opened anew when the server has closed it: at once, in the
/// same attempt, when the text of the letter had not begun and so cannot have been taken; else by the letter's next attempt.
/// </summary>
internal sealed class SmtpConnection(SmtpSettings settings) : MailConnection
{
    private SmtpClient? _client;
    private SslPolicyErrors _certificate;

    public override async Task SendAsync(MailToSend mail, CancellationToken ct)
    {
        using var message = MailMessages.Build(mail, settings);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await SendAsync(message, limit.Token);
        }
        catch (Exception e)
        {
            if (!SmtpFaults.LeavesConnection(e))
                Close();
            ct.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested
                ? new TimeoutException($"Mejlservern svarade inte inom {settings.TimeoutSeconds} s.", e)
                : SmtpFaults.InWords(e, settings, _certificate);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_client is { IsConnected: true })
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
            try
            {
                await _client.DisconnectAsync(true, limit.Token);
            }
            catch (Exception)
            {
                // The letters have been taken: a farewell that fails changes nothing.
            }
        }
        Close();
        await base.DisposeAsync();
    }

    private async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        if (_client is { IsConnected: true } kept)
        {
            var text = new TextBegun();
            try
            {
                await kept.SendAsync(message, ct, text);
                return;
            }
            catch (Exception e) when (SmtpFaults.IsClosed(e) && !text.HasBegun)
            {
                // Closed while it waited, or «421, closing»: of this letter the server has nothing.
                Close();
            }
        }
        await (await OpenAsync(ct)).SendAsync(message, ct);
    }

    private async Task<SmtpClient> OpenAsync(CancellationToken ct)
    {
        Close();
        _certificate = SslPolicyErrors.None;
        _client = new SmtpClient
        {
            // Ours, for the whole letter, is the shorter one.
            Timeout = 2 * settings.TimeoutSeconds * 1000,
            // Revocation lists of a municipality's own authority are seldom within reach.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, _, _, errors) => (_certificate = errors) == SslPolicyErrors.None,
        };
        await _client.ConnectAsync(settings.Host, settings.Port, Security(), ct);
        if (settings.User is not null)
            await _client.AuthenticateAsync(settings.User, settings.Password ?? "", ct);
        return _client;
    }

    private void Close()
    {
        _client?.Dispose();
        _client = null;
    }

    private SecureSocketOptions Security() => settings.Tls switch
    {
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private sealed class TextBegun : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
