using System.Net;
using System.Net.Mail;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Web.Hosting;

/// <summary>
/// System.Net.Mail: enough for a relay that takes plain SMTP or STARTTLS. It has no implicit TLS, and a wrong password
/// shows only when the server refuses the letter for want of one.
/// </summary>
internal sealed class SystemMail(SmtpSettings settings) : IMailTransport
{
    public string Name => "System.Net.Mail";

    public async Task SendAsync(MailToSend mail, CancellationToken ct)
    {
        using var message = MailMessages.Build(mail, settings);
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Tls == SmtpTls.StartTls,
            UseDefaultCredentials = false,
            // The server's answer to the text is awaited on the thread, where the cancellation below does not reach.
            Timeout = settings.TimeoutSeconds * 1000,
            // International asks for SMTPUTF8 even when nothing needs it, and many relays lack it.
            DeliveryFormat = message.To[0].User.All(char.IsAscii) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International,
        };
        if (settings.User is not null)
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (Exception e) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw settings.TimedOut(e);
        }
        catch (SmtpException e) when (IsForGood(e))
        {
            throw new MailRejectedException(e.Message, e);
        }
    }

    // A refused receiver, or 55x after the text; 530, 535 and the like are our own sign-in, to be mended and tried again.
    private static bool IsForGood(SmtpException e) => e is SmtpFailedRecipientException
        ? (int)e.StatusCode >= 500
        : (int)e.StatusCode is >= 550 and < 560;
}

internal static class MailTransport
{
    public static IMailTransport Create(SmtpSettings settings) => settings.Tls == SmtpTls.Implicit
        ? throw new InvalidOperationException(
            "Smtp:Tls is Implicit, which System.Net.Mail cannot do. Use StartTls (usually port 587), or build with -p:MailTransport=MailKit.")
        : new SystemMail(settings);
}
