using System.Globalization;
using System.Net.Mail;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Web.Hosting;

/// <summary>Instead of a mail server: each letter becomes an .eml file, named by time, that any mail program opens.</summary>
internal sealed class PickupFolder(SmtpSettings settings, string folder, TimeProvider clock) : IMailTransport
{
    public string Name => "filer i mappen mail";

    public async Task SendAsync(MailToSend mail, CancellationToken ct)
    {
        // The framework chooses the file's name; a folder for each letter makes it ours when the file is whole.
        var own = Directory.CreateDirectory(Path.Combine(folder, $".{mail.Id}")).FullName;
        using var message = MailMessages.Build(mail, settings);
        using var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = own };
        await writer.SendMailAsync(message, ct);
        var time = clock.UtcNow().ToStockholm().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        File.Move(Directory.GetFiles(own).Single(), Path.Combine(folder, $"{time}-{mail.Id}.eml"), overwrite: true);
        Directory.Delete(own);
    }
}
