using EnVagUt.Core.Post.Mail;
using MimeKit;

namespace EnVagUt.Web.Hosting;

/// <summary>A letter as it travels.</summary>
internal static class MailMessages
{
    /// <exception cref="MailRejectedException">The receiver's address is none.</exception>
    public static MimeMessage Build(MailToSend mail, SmtpSettings settings)
    {
        if (!MailboxAddress.TryParse(mail.To, out var to))
            throw new MailRejectedException("Mottagarens adress är ingen e-postadress.");
        var message = new MimeMessage { Subject = mail.Subject, MessageId = $"{mail.Id}@{settings.Domain}" };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(to);
        // Absence replies and other machines do not answer it (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Files)
            // As bytes: a text would have its line ends changed on the way.
            ((MimePart)body.Attachments.Add(file.Name, file.Bytes, ContentType.Parse(file.ContentType))).ContentTransferEncoding = ContentEncoding.Base64;
        message.Body = body.ToMessageBody();
        return message;
    }
}
