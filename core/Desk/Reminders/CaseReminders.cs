using EnVagUt.Core.Desk.Reminders.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>What the portal has reminded of in one case, what it will remind of, and why something does not come.</summary>
public sealed class CaseReminders(AppDb db, RulebookService rulebook, TimeProvider clock)
{
    // «Påminn nu» of an end that is months away helps nobody.
    private const int SoonDays = 14;

    public Task<IReadOnlyList<CameReminder>> CameAsync(Guid caseId, CancellationToken ct) =>
        CameAsync(db.Reminders.Where(e => e.CaseId == caseId), int.MaxValue, ct);

    /// <summary>The newest of one reminder, whichever the case.</summary>
    public Task<IReadOnlyList<CameReminder>> LatestAsync(Reminder reminder, int most, CancellationToken ct) =>
        CameAsync(db.Reminders.Where(e => e.Reminder == reminder.Id), most, ct);

    private async Task<IReadOnlyList<CameReminder>> CameAsync(IQueryable<ReminderEntry> entries, int most, CancellationToken ct)
    {
        var rows = await (
            from e in entries.AsNoTracking()
            from m in db.Mail.Where(m => m.Id == e.MailId).DefaultIfEmpty()
            orderby e.CreatedAt descending, e.Seq descending
            select new
            {
                e.CaseId,
                e.Reminder,
                e.CreatedAt,
                e.WhyNot,
                State = (MailState?)m!.State,
                By = db.Users.Where(u => u.Id == e.AskedBy).Select(u => u.DisplayName).FirstOrDefault(),
            }).Take(most).ToListAsync(ct);
        return [.. rows.Select(e => (Row: e, Reminder: ReminderCatalogue.Find(e.Reminder))).Where(e => e.Reminder is not null)
            .Select(e => new CameReminder(e.Row.CaseId, e.Reminder!, e.Row.CreatedAt, e.Row.WhyNot, e.Row.State, e.Row.By))];
    }

    /// <summary>By the facts as they stand: another start or end moves them.</summary>
    public async Task<AheadReminders> AheadAsync(CaseKind kind, Guid caseId, CancellationToken ct)
    {
        var (today, rules) = (clock.Today(), await rulebook.ReadAsync(ct));
        var written = (await db.Reminders.AsNoTracking().Where(e => e.CaseId == caseId).Select(e => new { e.Reminder, e.Day, e.Step }).ToListAsync(ct))
            .ToLookup(e => (e.Reminder, e.Day), e => e.Step);
        var found = kind == CaseKind.Placement ? await OfPlacementAsync(caseId, rules, today, ct) : await OfOtherAsync(kind, caseId, rules, today, ct);
        var (coming, now) = (new List<ComingReminder>(), new List<Reminder>());
        foreach (var (reminder, due) in found)
        {
            var steps = ReminderPlan.Of(reminder, ReminderRules.Of(reminder, rules, today), due, [.. written[(reminder.Id, due.Day)]], today);
            coming.AddRange(steps.Where(s => s.State != StepState.Written).Select(s => new ComingReminder(reminder, s.On, s.State, due.HasAddress)));
            if (reminder.GoesToOthers && steps.Any(s => s.State == StepState.Written || s.On <= today.AddDays(SoonDays)))
                now.Add(reminder);
        }
        return new AheadReminders(
            [.. coming.OrderBy(c => c.On ?? DateOnly.MaxValue).ThenBy(c => c.Reminder.Label, StringComparer.Ordinal)],
            [.. now.Distinct()],
            [.. ReminderCatalogue.Of(kind).Except(found.Select(f => f.Item1))]);
    }

    // What is no placement has three reminders at most, each a statement of its own.
    private async Task<List<(Reminder, DueCase)>> OfOtherAsync(CaseKind kind, Guid caseId, RuleSet rules, DateOnly today, CancellationToken ct)
    {
        var found = new List<(Reminder, DueCase)>();
        foreach (var reminder in ReminderCatalogue.Of(kind))
            found.AddRange((await reminder.FindAsync(db, ReminderWindow.Of(reminder, rules, today, withPlanned: true), caseId, ct))
                .Select(c => (reminder, c with { HasAddress = reminder.Receiver == ReminderReceiver.Ame || !string.IsNullOrWhiteSpace(c.Email) })));
        return found;
    }

    // All of them in three statements: the placement, the facts with a day and the facts with a time.
    private async Task<List<(Reminder, DueCase)>> OfPlacementAsync(Guid placementId, RuleSet rules, DateOnly today, CancellationToken ct)
    {
        var reminders = ReminderCatalogue.Of(CaseKind.Placement).Cast<PlacementReminder>().Select((r, i) => (Reminder: r, Index: i, Window: ReminderWindow.Of(r, rules, today, withPlanned: true))).ToList();
        var rows = new List<DueCase>();
        foreach (var group in reminders.GroupBy(r => r.Reminder.HasTime))
            rows.AddRange(await group.Select(r => r.Reminder.OfCase(db, r.Window, placementId, r.Index)).Aggregate((a, b) => a.Concat(b)).ToListAsync(ct));
        var plan = await db.Placements.AsNoTracking().Where(p => p.Id == placementId).Select(p => new
        {
            p.From,
            p.To,
            p.Form,
            p.PausedFrom,
            p.PausedTo,
            ClosedWeeks = db.Workplaces.Where(w => w.Id == p.WorkplaceId).Select(w => w.ClosedWeeks).FirstOrDefault(),
        }).SingleAsync(ct);
        var found = rows.ToLookup(r => r.Index, r => r with
        {
            From = plan.From,
            To = plan.To,
            Form = plan.Form,
            PausedFrom = plan.PausedFrom,
            PausedTo = plan.PausedTo,
            ClosedWeeks = plan.ClosedWeeks,
        });
        var all = new List<(Reminder, DueCase)>();
        foreach (var (reminder, index, window) in reminders.Where(r => found.Contains(r.Index)))
            all.AddRange((await reminder.ExpandAsync(db, window, [.. found[index]], ct)).Select(c => ((Reminder)reminder, c)));
        return all;
    }
}
