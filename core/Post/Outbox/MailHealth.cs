using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Post.Outbox;

/// <summary>Do letters leave? For outside monitoring: a fault that keeps letters back cannot be told by letter.</summary>
public sealed class MailHealth(AppDb db, TimeProvider clock)
{
    /// <summary>No letter needs so long when everything works.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // Among the newest letters there is one sent lately, if any was.
    private const int Newest = 20;

    /// <summary>
    /// True when a letter has waited for more than an hour without being tried, or with its server silent; and when letters
    /// have been tried in vain for more than an hour and no other has left, which one full mailbox does not cause.
    /// </summary>
    public async Task<bool> AreHeldBackAsync(CancellationToken ct)
    {
        var limit = clock.UtcNow() - Longest;
        if (await db.Mail.AnyAsync(m => (m.State == MailState.Queued && m.NextAttemptAt < limit) || (m.State == MailState.Sending && m.LeaseUntil < limit), ct))
            return true;
        if (!await db.Mail.AnyAsync(m => m.State == MailState.Queued && m.Attempts > 0 && m.CreatedAt < limit, ct))
            return false;
        var sent = await db.Mail.Where(m => m.State == MailState.Sent).OrderBy(m => m.SortKey).Take(Newest).Select(m => m.SentAt).ToListAsync(ct);
        return !sent.Any(at => at >= limit);
    }
}
