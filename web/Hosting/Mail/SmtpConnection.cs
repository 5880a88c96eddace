using System.Net.Security;
using EnVagUt.Core.Post.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace EnVagUt.Web.Hosting;

/// <summary>
/// One connection to the mail server for all letters of a run. Opened anew when the server has closed it: at once, in the
/// same attempt, when the receiver had not been accepted, so that the letter cannot have been taken; else by its next attempt.
/// </summary>
internal sealed class SmtpConnection(SmtpSettings settings) : MailConnection
{
    private Client? _client;
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
            kept.HasAcceptedReceiver = false;
            try
            {
                await kept.SendAsync(message, ct);
                return;
            }
            catch (Exception e) when (SmtpFaults.IsClosed(e) && !kept.HasAcceptedReceiver)
            {
                // Closed while it waited, or «421, closing»: of this letter the server has nothing.
                Close();
            }
        }
        await (await OpenAsync(ct)).SendAsync(message, ct);
    }

    private async Task<Client> OpenAsync(CancellationToken ct)
    {
        Close();
        _certificate = SslPolicyErrors.None;
        _client = new Client
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

    private sealed class Client : SmtpClient
    {
        /// <summary>After this comes the text, which the server may take whatever we hear of it.</summary>
        public bool HasAcceptedReceiver { get; set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => HasAcceptedReceiver = true;
    }
}
