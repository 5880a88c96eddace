using System.Net.Security;
using System.Net.Sockets;
using EnVagUt.Core.Post.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace EnVagUt.Web.Hosting;

/// <summary>What went wrong between the portal and the mail server, in words that tell an administrator what to mend.</summary>
internal static class SmtpFaults
{
    /// <summary>The server refused the letter and waits for the next one.</summary>
    public static bool LeavesConnection(Exception e) => e is SmtpCommandException && !IsClosed(e);

    /// <summary>The server has gone, or says that it goes.</summary>
    public static bool IsClosed(Exception e) =>
        e is IOException or SocketException or ProtocolException or ServiceNotConnectedException
        || e is SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    /// <returns><see cref="MailRejectedException"/> when the server refuses this letter for good; anything else is tried again.</returns>
    public static Exception InWords(Exception e, SmtpSettings settings, SslPolicyErrors certificate) => e switch
    {
        MailRejectedException => e,
        AuthenticationException => Held("Mejlservern godtar inte användarnamnet eller lösenordet (Smtp:User, Smtp:Password).", e),
        SslHandshakeException => Held(Certificate(settings, certificate), e.InnerException),
        SocketException => Held($"Mejlservern {settings.Host}:{settings.Port} går inte att nå.", e),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused when (int)refused.StatusCode >= 500 =>
            new MailRejectedException("Mejlservern tar inte emot brev till mottagaren.", e),
        ServiceNotAuthenticatedException => Held("Mejlservern kräver inloggning (Smtp:User, Smtp:Password).", e),
        SmtpCommandException refused when (int)refused.StatusCode is >= 550 and < 560 => new MailRejectedException("Mejlservern tar inte emot brevet.", e),
        NotSupportedException when e.Message.Contains("SMTPUTF8", StringComparison.Ordinal) =>
            new MailRejectedException("Mejlservern kan inte skicka till adresser med å, ä eller ö.", e),
        NotSupportedException when settings.Tls == SmtpTls.StartTls && e.Message.Contains("STARTTLS", StringComparison.Ordinal) =>
            Held("Mejlservern erbjuder inte kryptering med STARTTLS (Smtp:Tls).", e),
        NotSupportedException => Held("Mejlservern erbjuder ingen inloggning (Smtp:User).", e),
        _ when IsClosed(e) => Held("Mejlservern bröt förbindelsen.", e),
        _ => e,
    };

    private static string Certificate(SmtpSettings settings, SslPolicyErrors errors) => errors switch
    {
        _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) =>
            $"Mejlserverns certifikat gäller ett annat namn än {settings.Host} (Smtp:Host).",
        _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) =>
            "Mejlserverns certifikat är inte giltigt: utfärdaren är okänd här, eller tiden har gått ut.",
        _ => "Mejlservern svarar inte med kryptering på den porten (Smtp:Port, Smtp:Tls).",
    };

    private static MailHeldBackException Held(string words, Exception? cause) => new(words, cause);
}
