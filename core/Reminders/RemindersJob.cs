using EnVagUt.Core.Data;
using EnVagUt.Core.Jobs;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Rules;
using EnVagUt.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Reminders;

/// <summary>
/// Walks the catalogue and writes, for each case that is due, ledger row and letter in one save. It may be killed between
/// any two of them: the next run finds what has no row.
/// </summary>
public sealed class RemindersJob(
    AppDb db, ReminderCatalogue catalogue, Letters letters, PortalAddress portal, Municipality municipality, TimeProvider clock)
    : IJobHandler
{
    private const int OldestDays = 90;

    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        int sent = 0, without = 0;
        foreach (var reminder in catalogue.All)
            // The last step first: when several have come, only the last makes a letter.
            for (var i = reminder.Steps.Count - 1; i >= 0; i--)
                foreach (var due in await Due(db, reminder, reminder.Steps[i], clock.Today()).ToListAsync(ct))
                {
                    ct.ThrowIfCancellationRequested();
                    if (due.ClosedWeeks?.Covers(clock.Today()) == true || await WriteAsync(reminder, i, due, ct) is not { } entry)
                        continue;
                    _ = entry.MailId is null ? without++ : sent++;
                }
        return $"{sent} påminnelser, {without} utan brev";
    }

    /// <summary>The cases for which the step has come and the ledger has no row.</summary>
    public static IQueryable<DueCase> Due(AppDb db, Reminder reminder, ReminderStep step, DateOnly today) =>
        reminder.Due(db, new ReminderDays(today, step.Reach(today), today.AddDays(-OldestDays)))
            .Where(c => !db.Reminders.Any(e => e.CaseId == c.CaseId && e.Reminder == reminder.Id && e.Step == step.Code && e.Day == c.Day));

    /// <returns>Null when another server was first.</returns>
    private async Task<ReminderEntry?> WriteAsync(Reminder reminder, int index, DueCase due, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var now = clock.UtcNow();
        var step = reminder.Steps[index];
        WhyNoLetter? whyNot = reminder.Receiver == ReminderReceiver.Participant && due.IsProtected ? WhyNoLetter.ProtectedIdentity
            : string.IsNullOrWhiteSpace(due.Email) ? WhyNoLetter.NoEmail
            : null;
        var mail = whyNot is not null ? null : letters.Write(
            step.Template, $"paminnelse/{reminder.Id}/{due.CaseId:N}/{step.Code}/{due.Day:yyyy-MM-dd}", due.Email!, now,
            reminder.Values(due, portal, municipality), due.CaseId);
        var entry = new ReminderEntry(due.CaseId, reminder.Id, step.Code, due.Day, now, mail?.Id, whyNot);
        db.Reminders.Add(entry);

        var written = await db.Reminders.Where(e => e.CaseId == due.CaseId && e.Reminder == reminder.Id && e.Day == due.Day)
            .Select(e => e.Step).ToListAsync(ct);
        foreach (var earlier in reminder.Steps.Take(index).Where(s => !written.Contains(s.Code)))
            db.Reminders.Add(new ReminderEntry(due.CaseId, reminder.Id, earlier.Code, due.Day, now, null, WhyNoLetter.Superseded));
        try
        {
            await db.SaveChangesAsync(ct);
            return entry;
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            return null;
        }
    }
}
