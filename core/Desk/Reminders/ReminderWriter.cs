using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>Writes ledger row and letter in one save. It may be killed between any two: the next run finds what has no row.</summary>
public sealed class ReminderWriter(AppDb db, Letters letters, PortalAddress portal, Municipality municipality, TimeProvider clock)
{
    /// <summary>The steps that have come: the last one makes the letter, the others are superseded by it.</summary>
    /// <param name="digests">Those who want one letter a day, by address.</param>
    /// <returns>Null when another server was first.</returns>
    public async Task<ReminderEntry?> WriteAsync(Reminder reminder, CasePlan plan, IReadOnlyDictionary<string, Guid> digests, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var (due, now) = (plan.Case, clock.UtcNow());
        var steps = plan.Steps.Where(s => s.State == StepState.Due).ToList();
        foreach (var earlier in steps[..^1])
            db.Reminders.Add(new ReminderEntry(due.CaseId, reminder.Id, earlier.Code, due.Day, now).Superseded());

        var entry = new ReminderEntry(due.CaseId, reminder.Id, steps[^1].Code, due.Day, now);
        if (reminder.FitsDigest && Obstacle(reminder, due) is null && digests.TryGetValue(AddressOf(reminder, due)!, out var userId))
            entry.WaitingForDigest(userId);
        else
            Letter(reminder, due, steps[^1].Step.Template, entry, now);
        db.Reminders.Add(entry);
        return await db.SaveUnlessTakenAsync(ct) ? entry : null;
    }

    /// <summary>«Påminn nu», in the caller's save.</summary>
    internal void WriteNow(Reminder reminder, DueCase due, Guid? by)
    {
        var entry = new ReminderEntry(due.CaseId, reminder.Id, ReminderEntry.Now, clock.Today(), clock.UtcNow()).By(by);
        Letter(reminder, due, reminder.Steps[^1].Template, entry, entry.CreatedAt);
        db.Reminders.Add(entry);
    }

    /// <summary>One letter for each receiver and reminder of what waits for the digest; what comes later the same day waits for the next.</summary>
    public async Task<int> WriteDigestsAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        // A case whose letters were stopped meanwhile stands in none.
        var waiting = await db.Reminders.Where(e => e.DigestFor != null && e.MailId == null
            && !db.Placements.Any(p => p.Id == e.CaseId && p.LettersStoppedAt != null)).OrderBy(e => e.Day).ThenBy(e => e.Seq).ToListAsync(ct);
        var users = await db.Users.AsNoTracking().Where(u => waiting.Select(e => e.DigestFor).Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Email, ct);
        var written = 0;
        foreach (var group in waiting.GroupBy(e => (User: e.DigestFor!.Value, e.Reminder)))
        {
            db.ChangeTracker.Clear();
            var (reminder, now) = (ReminderCatalogue.Find(group.Key.Reminder), clock.UtcNow());
            if (reminder is null || users.GetValueOrDefault(group.Key.User) is not { } email)
                continue;
            var lines = group.Select(e => $"{e.Day.Written()}: {portal.Link(reminder.PathOf(e.CaseId))}");
            var mail = letters.Write("paminnelser-samlade", $"{OutgoingMail.ReminderKey}-samlad/{group.Key.User:N}/{reminder.Id}/{now.StockholmDate():yyyy-MM-dd}", email, now,
                new Dictionary<string, string>
                {
                    ["antal"] = $"{group.Count()} {(group.Count() == 1 ? "ärende" : "ärenden")}",
                    ["vad"] = reminder.Label,
                    ["raknas_fran"] = reminder.FactLabel,
                    ["lista"] = string.Join("\n\n", lines),
                });
            foreach (var entry in group)
            {
                db.Attach(entry);
                entry.WithLetter(mail, null);
            }
            if (await db.SaveUnlessTakenAsync(ct))
                written++;
        }
        return written;
    }

    private void Letter(Reminder reminder, DueCase due, string template, ReminderEntry entry, DateTime now)
    {
        var obstacle = Obstacle(reminder, due);
        var values = reminder.Values(due, portal, municipality);
        foreach (var (name, value) in reminder.Prepare(db, due, portal, now))
            values[name] = value;
        // Without an address the letter is kept to be read out or printed: «Ring/brev i dag».
        var mail = letters.WriteUsing(template, $"{OutgoingMail.ReminderKey}/{reminder.Id}/{due.CaseId:N}/{entry.Step}/{entry.Day:yyyy-MM-dd}",
            obstacle is null ? AddressOf(reminder, due)!.Trim() : "", now, values, due.CaseId);
        entry.WithLetter(mail, obstacle);
    }

    private WhyNoLetter? Obstacle(Reminder reminder, DueCase due) =>
        reminder.Receiver == ReminderReceiver.Participant && due.IsProtected ? WhyNoLetter.ProtectedIdentity
        : due.ByHand is { } why ? why switch
        {
            ByHandReason.NoEid => WhyNoLetter.NoEid,
            ByHandReason.Language => WhyNoLetter.Language,
            _ => WhyNoLetter.Other,
        }
        : string.IsNullOrWhiteSpace(AddressOf(reminder, due)) ? WhyNoLetter.NoEmail
        : null;

    private string? AddressOf(Reminder reminder, DueCase due) => reminder.Receiver == ReminderReceiver.Ame ? municipality.AmeEmail : due.Email;
}
