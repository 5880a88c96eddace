using EnVagUt.Core.Post.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace EnVagUt.Web.Hosting;

/// <summary>MailKit: STARTTLS and implicit TLS, and a refused password is an error.</summary>
internal sealed class MailKitMail(SmtpSettings settings) : IMailTransport
{
    public string Name => "MailKit";

    public async Task SendAsync(MailToSend mail, CancellationToken ct)
    {
        if (!MailboxAddress.TryParse(mail.To, out var to))
            throw new MailRejectedException("The receiver's address is not an e-mail address.");
        using var message = new MimeMessage { Subject = mail.Subject, MessageId = $"{mail.Id}@{settings.Domain}" };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Files)
            body.Attachments.Add(file.Name, file.Bytes, ContentType.Parse(file.ContentType));
        message.Body = body.ToMessageBody();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw settings.TimedOut(e);
        }
        catch (SmtpCommandException e) when (IsForGood(e))
        {
            throw new MailRejectedException(e.Message, e);
        }
    }

    private async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        // Revocation lists of a municipality's own authority are seldom within reach; System.Net.Mail does not ask for them.
        using var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000, CheckCertificateRevocation = false };
        await client.ConnectAsync(settings.Host, settings.Port, Security(), ct);
        if (settings.User is not null)
            await client.AuthenticateAsync(settings.User, settings.Password, ct);
        await client.SendAsync(message, ct);
        try
        {
            await client.DisconnectAsync(true, ct);
        }
        catch (Exception)
        {
            // The letter has been taken: a farewell that fails must not have it sent again.
        }
    }

    // A refused receiver, or 55x after the text; 530, 535 and the like are our own sign-in, to be mended and tried again.
    private static bool IsForGood(SmtpCommandException e) => e.ErrorCode == SmtpErrorCode.RecipientNotAccepted
        ? (int)e.StatusCode >= 500
        : (int)e.StatusCode is >= 550 and < 560;

    private SecureSocketOptions Security() => settings.Tls switch
    {
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}

internal static class MailTransport
{
    public static IMailTransport Create(SmtpSettings settings) => new MailKitMail(settings);
}
