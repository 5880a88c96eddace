using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EnVagUt.Core.Post.Outbox;

/// <summary>
/// The rows that the outbox job works with. Letters are claimed a few at a time, each by a conditional update before it
/// leaves; the attempt is counted up by the claim and is the fence: whoever counted it up last, and nobody else, writes
/// the outcome (docs/beslut/0011).
/// </summary>
public sealed class Outbox(AppDb db, TimeProvider clock, IOptions<MailSettings> settings)
{
    /// <summary>So many are claimed with one statement. A server that dies leaves at most these to wait for the lease.</summary>
    public const int Batch = 25;

    /// <summary>The oldest letters that wait, now this server's. Empty when there is nothing to send.</summary>
    public async Task<IReadOnlyList<ClaimedLetter>> ClaimAsync(CancellationToken ct)
    {
        // When another server was quicker the count differs and nothing is claimed; one at a time there is always somebody who gets on.
        for (var most = Batch; await OldestAsync(most, ct) is { Count: > 0 } letters; most = 1)
            if (await ClaimAsync(letters, ct) is { } until)
                return [.. letters.Select(l => new ClaimedLetter(l, until))];
        return [];
    }

    /// <summary>Renews the claim when it is no longer fresh.</summary>
    /// <returns>False when the letter has been stopped, or taken over by another server that believed this one dead.</returns>
    public async Task<bool> HoldAsync(ClaimedLetter letter, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (letter.Until - now > settings.Value.Lease - settings.Value.RenewAfter)
            return await Claimed(letter).AnyAsync(ct);
        var until = now + settings.Value.Lease;
        return 1 == await Claimed(letter).ExecuteUpdateAsync(s => s.SetProperty(m => m.LeaseUntil, until), ct);
    }

    /// <summary>Gives a letter that was not begun back, as if it had not been claimed.</summary>
    public Task ReleaseAsync(ClaimedLetter letter) =>
        Claimed(letter).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, MailState.Queued)
            .SetProperty(m => m.Attempts, letter.Attempt - 1)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null));

    /// <summary>Nobody wants it any more.</summary>
    public async Task DropAsync(ClaimedLetter letter)
    {
        var now = clock.UtcNow();
        await Claimed(letter).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, MailState.Stopped)
            .SetProperty(m => m.StoppedAt, now)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null));
    }

    /// <summary>It has left: true even if it was stopped meanwhile.</summary>
    public async Task SentAsync(ClaimedLetter letter)
    {
        var now = clock.UtcNow();
        var (text, html) = (OutgoingMail.WithoutKeys(letter.Mail.Text), OutgoingMail.WithoutKeys(letter.Mail.Html));
        var row = db.Mail.Where(m => m.Id == letter.Id && m.Attempts == letter.Attempt);
        // The text is written only when there was a key to take out of it.
        if (text == letter.Mail.Text && html == letter.Mail.Html)
            await row.ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, MailState.Sent)
                .SetProperty(m => m.LastError, (string?)null)
                .SetProperty(m => m.LeaseUntil, (DateTime?)null)
                .SetProperty(m => m.SentAt, now));
        else
            await row.ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, MailState.Sent)
                .SetProperty(m => m.LastError, (string?)null)
                .SetProperty(m => m.LeaseUntil, (DateTime?)null)
                .SetProperty(m => m.SentAt, now)
                .SetProperty(m => m.Text, text)
                .SetProperty(m => m.Html, html));
    }

    /// <param name="dead">It is not tried again by itself.</param>
    public async Task FailedAsync(ClaimedLetter letter, string error, bool dead)
    {
        var next = clock.UtcNow() + Backoff.After(letter.Attempt);
        var state = dead ? MailState.Dead : MailState.Queued;
        await Claimed(letter).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.LastError, error)
            .SetProperty(m => m.NextAttemptAt, next)
            .SetProperty(m => m.LeaseUntil, (DateTime?)null));
    }

    // Only letters that stand alike, so that one condition fits them all.
    private async Task<IReadOnlyList<OutgoingMail>> OldestAsync(int most, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var letters = await db.Mail.AsNoTracking()
            .Where(m => (m.State == MailState.Queued && m.NextAttemptAt <= now) || (m.State == MailState.Sending && m.LeaseUntil < now))
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Seq)
            .Take(most).ToListAsync(ct);
        return [.. letters.TakeWhile(m => m.State == letters[0].State && m.Attempts == letters[0].Attempts)];
    }

    private async Task<DateTime?> ClaimAsync(IReadOnlyList<OutgoingMail> letters, CancellationToken ct)
    {
        var (state, attempts) = (letters[0].State, letters[0].Attempts);
        var ids = letters.Select(l => l.Id).ToList();
        var now = clock.UtcNow();
        var until = now + settings.Value.Lease;
        await using var all = await db.Database.BeginTransactionAsync(ct);
        var claimed = await db.Mail
            .Where(m => ids.Contains(m.Id) && m.State == state && m.Attempts == attempts && (state == MailState.Queued || m.LeaseUntil < now))
            .ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, MailState.Sending)
                .SetProperty(m => m.Attempts, attempts + 1)
                .SetProperty(m => m.LeaseUntil, until), ct);
        if (claimed != ids.Count)
            return null;
        await all.CommitAsync(ct);
        return until;
    }

    private IQueryable<OutgoingMail> Claimed(ClaimedLetter letter) =>
        db.Mail.Where(m => m.Id == letter.Id && m.Attempts == letter.Attempt && m.State == MailState.Sending);
}

/// <param name="Mail">As it was read before it was claimed.</param>
/// <param name="Until">How long the claim was given, UTC.</param>
public sealed record ClaimedLetter(OutgoingMail Mail, DateTime Until)
{
    public Guid Id => Mail.Id;

    /// <summary>1 the first time.</summary>
    public int Attempt { get; } = Mail.Attempts + 1;
}
