using System.Globalization;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Web.Hosting;

/// <summary>Instead of a mail server: each letter becomes an .eml file, named by time, that any mail program opens.</summary>
internal sealed class PickupFolder(SmtpSettings settings, string folder, TimeProvider clock) : MailConnection
{
    public override async Task SendAsync(MailToSend mail, CancellationToken ct)
    {
        using var message = MailMessages.Build(mail, settings);
        var half = Path.Combine(folder, $".{mail.Id}");
        await message.WriteToAsync(half, ct);
        var time = clock.UtcNow().ToStockholm().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        File.Move(half, Path.Combine(folder, $"{time}-{mail.Id}.eml"), overwrite: true);
    }
}
