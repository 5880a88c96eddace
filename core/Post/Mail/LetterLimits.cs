using System.Globalization;
using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EnVagUt.Core.Post.Mail;

/// <summary>
/// How many letters of one kind somebody outside may cause to be sent to one address in a day and night. Counted in the
/// outbox, so all servers count together.
/// </summary>
public sealed partial class LetterLimits(AppDb db, IOptions<MailSettings> settings, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public async Task<bool> IsReachedAsync(string template, string to, CancellationToken ct)
    {
        // The sort key begins with the time backwards and has an index: only the last day's letters are read.
        var since = string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - (clock.UtcNow() - Window).Ticks:D19}");
        var sent = await db.Mail.Where(m => string.Compare(m.SortKey, since) < 0 && m.Template == template).Select(m => m.To).ToListAsync(ct);
        return sent.Count(address => string.Equals(Mailbox(address), Mailbox(to), StringComparison.OrdinalIgnoreCase)) >= settings.Value.PerReceiverAndDay;
    }

    // «namn+vad@exempel.se» comes to the same mailbox as «namn@exempel.se».
    private static string Mailbox(string address) => Tag().Replace(address.Trim(), "@");

    [GeneratedRegex(@"\+[^@]*@")]
    private static partial Regex Tag();
}
