using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Web.Hosting;

/// <summary>A letter as the framework's own mail message.</summary>
internal static class MailMessages
{
    /// <exception cref="MailRejectedException">The receiver's address is none.</exception>
    public static MailMessage Build(MailToSend mail, SmtpSettings settings)
    {
        if (!MailAddress.TryCreate(mail.To, out var to))
            throw new MailRejectedException("The receiver's address is not an e-mail address.");
        var from = new MailAddress(settings.From);
        var message = new MailMessage(new MailAddress(from.Address, from.DisplayName, Encoding.UTF8), to)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = $"<{mail.Id}@{settings.Domain}>";
        // Absence replies and other machines do not answer it (RFC 3834).
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        foreach (var file in mail.Files)
            message.Attachments.Add(new Attachment(new MemoryStream(file.Bytes), file.Name, file.ContentType));
        return message;
    }
}
