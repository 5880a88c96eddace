using System.Net;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EnVagUt.Core.Post.Outbox;

/// <summary>
/// Sends what waits, one letter at a time over one connection. Any number of servers may run this at once; a server that dies between the mail
/// server's yes and ours has that one letter sent again (at least once), and no other.
/// </summary>
public sealed class OutboxJob(AppDb db, Outbox outbox, StillWanted stillWanted, MailRoute route, ILogger<OutboxJob> log) : IJobHandler
{
    // So many letters in a row that could not be tried properly mean that the mail server is away: wait for the next round.
    private const int GiveUpAfter = 3;

    private const int MaxError = 500;

    private int _sent, _dead, _later, _inARow;

    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        await using var connection = route.Open();
        // One of each for the whole run: opening one to the database costs more than what is asked over it.
        await db.Database.OpenConnectionAsync(ct);
        while (GoesOn(ct) && await outbox.ClaimAsync(ct) is { Count: > 0 } letters)
        {
            var waiting = new Queue<ClaimedLetter>(letters);
            try
            {
                while (waiting.Count > 0 && GoesOn(ct))
                    await SendOneAsync(waiting.Dequeue(), connection);
            }
            finally
            {
                foreach (var letter in waiting)
                    await outbox.ReleaseAsync(letter);
            }
        }
        return $"{_sent} skickade, {_later} försöks igen, {_dead} gick inte att skicka";
    }

    private bool GoesOn(CancellationToken ct) => _inARow < GiveUpAfter && !ct.IsCancellationRequested;

    private async Task SendOneAsync(ClaimedLetter letter, MailConnection connection)
    {
        if (!await outbox.HoldAsync(letter, CancellationToken.None))
            return;
        // What was true when the reminder was written may not be any more: answered, ended, annulled.
        if (letter.Mail.IsReminder && !await stillWanted(letter.Id, CancellationToken.None))
        {
            await outbox.DropAsync(letter);
            return;
        }
        try
        {
            // A letter on its way is not interrupted by a stopping server: the connection's own time limit bounds it.
            await connection.SendAsync(await ToSendAsync(letter.Mail), CancellationToken.None);
        }
        catch (Exception e)
        {
            await FailedAsync(letter, e);
            return;
        }
        await outbox.SentAsync(letter);
        (_sent, _inARow) = (_sent + 1, 0);
    }

    private async Task FailedAsync(ClaimedLetter letter, Exception e)
    {
        var dead = e is MailRejectedException || letter.Attempt >= Backoff.MaxAttempts;
        var error = MailErrors.Describe(e);
        log.LogWarning("Letter {Mail} ({Template}) could not be sent, attempt {Attempt}{Last}: {Error}",
            letter.Id, letter.Mail.Template, letter.Attempt, dead ? ", the last" : "", error);
        await outbox.FailedAsync(letter, error.Length > MaxError ? error[..MaxError] : error, dead);
        (_dead, _later, _inARow) = dead ? (_dead + 1, _later, 0) : (_dead, _later + 1, _inARow + 1);
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
}
