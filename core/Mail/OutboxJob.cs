using System.Net;
using EnVagUt.Core.Data;
using EnVagUt.Core.Jobs;
using EnVagUt.Core.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EnVagUt.Core.Mail;

/// <summary>
/// Sends what waits. A letter is claimed by one conditional update before it leaves, so any number of servers may run
/// this at once; a server that dies between the mail server's yes and ours sends that one letter again (at least once).
/// </summary>
public sealed class OutboxJob(AppDb db, IMailTransport transport, TimeProvider clock, ILogger<OutboxJob> log) : IJobHandler
{
    public const int MaxAttempts = 8;

    // So many letters in a row that could not be tried properly mean that the mail server is away: wait for the next round.
    private const int GiveUpAfter = 3;

    // Far longer than a transport may take over one letter.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        int sent = 0, dead = 0, later = 0, inARow = 0;
        while (inARow < GiveUpAfter && !ct.IsCancellationRequested && await NextAsync(ct) is { } mail)
        {
            if (!await ClaimAsync(mail, ct))
                continue;
            switch (await SendAsync(mail))
            {
                case MailState.Sent: sent++; inARow = 0; break;
                case MailState.Dead: dead++; inARow = 0; break;
                default: later++; inARow++; break;
            }
        }
        return $"{sent} skickade, {later} försöks igen, {dead} gick inte att skicka";
    }

    private Task<OutgoingMail?> NextAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        return db.Mail.AsNoTracking()
            .Where(m => (m.State == MailState.Queued && m.NextAttemptAt <= now) || (m.State == MailState.Sending && m.LeaseUntil < now))
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .FirstOrDefaultAsync(ct);
    }

    private async Task<bool> ClaimAsync(OutgoingMail mail, CancellationToken ct)
    {
        var until = clock.UtcNow() + Lease;
        return 1 == await db.Mail
            .Where(m => m.Id == mail.Id && m.State == mail.State && m.Attempts == mail.Attempts)
            .ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, MailState.Sending)
                .SetProperty(m => m.Attempts, mail.Attempts + 1)
                .SetProperty(m => m.LeaseUntil, until), ct);
    }

    private async Task<MailState> SendAsync(OutgoingMail mail)
    {
        var attempt = mail.Attempts + 1;
        try
        {
            // A letter on its way is not interrupted by a stopping server: the transport's own time limit bounds it.
            await transport.SendAsync(await ToSendAsync(mail), CancellationToken.None);
        }
        catch (Exception e)
        {
            var dead = e is MailRejectedException || attempt >= MaxAttempts;
            var error = MailErrors.Describe(e);
            log.LogWarning("Letter {Mail} ({Template}) could not be sent, attempt {Attempt}{Last}: {Error}",
                mail.Id, mail.Template, attempt, dead ? ", the last" : "", error);
            return await SaveAsync(mail, attempt, dead ? MailState.Dead : MailState.Queued, error.Length > 500 ? error[..500] : error);
        }
        return await SaveAsync(mail, attempt, MailState.Sent, null);
    }

    private async Task<MailToSend> ToSendAsync(OutgoingMail mail)
    {
        var files = mail.DocumentId is not { } documentId
            ? []
            : await db.FrozenDocuments.Where(d => d.Id == documentId)
                .Select(d => new MailFile(d.FileName, d.ContentType, d.Bytes)).ToListAsync();
        var html = $"<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(mail.Subject)}</title></head>\n<body>\n{mail.Html}</body></html>\n";
        return new MailToSend(mail.Id.ToString("N"), mail.To, mail.Subject, mail.Text, html, files);
    }

    // Fenced by the attempt, not by the state: that a letter stopped meanwhile has left is the truth to be kept.
    private async Task<MailState> SaveAsync(OutgoingMail mail, int attempt, MailState state, string? error)
    {
        var now = clock.UtcNow();
        DateTime? sentAt = state == MailState.Sent ? now : null;
        var next = now + Delay(attempt);
        var (text, html) = state == MailState.Sent
            ? (OutgoingMail.WithoutKeys(mail.Text), OutgoingMail.WithoutKeys(mail.Html))
            : (mail.Text, mail.Html);
        await db.Mail.Where(m => m.Id == mail.Id && m.Attempts == attempt && (m.State == MailState.Sending || state == MailState.Sent))
            .ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, state)
                .SetProperty(m => m.LastError, error)
                .SetProperty(m => m.NextAttemptAt, next)
                .SetProperty(m => m.LeaseUntil, (DateTime?)null)
                .SetProperty(m => m.Text, text)
                .SetProperty(m => m.Html, html)
                .SetProperty(m => m.SentAt, sentAt));
        return state;
    }

    /// <summary>1, 4, 16 minutes … : the eighth try comes after almost four days, as long as mail servers themselves wait.</summary>
    public static TimeSpan Delay(int attempt) => TimeSpan.FromMinutes(Math.Pow(4, attempt - 1));
}
