using EnVagUt.Core.Data;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Placements.Reminders;
using EnVagUt.Core.Rulebook;
using EnVagUt.Core.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Reminders;

/// <summary>A step that has come, as a case's page shows it.</summary>
/// <param name="Mail">Null while it waits for the digest, and when a later step took its place.</param>
public sealed record CameReminder(Reminder Reminder, DateTime At, WhyNoLetter? WhyNot, MailState? Mail, string? AskedBy)
{
    /// <summary>«Skickad», «Väntar i brevkön», «Ersatt av ett senare steg».</summary>
    public string Words => (WhyNot, Mail) switch
    {
        (WhyNoLetter.Superseded, _) => "Ersatt av ett senare steg",
        (_, null) => "Väntar på dagens samlade brev",
        ({ } why, MailState.NoAddress) => $"Att ringa eller skriva: {why.Label()}",
        (_, { } state) => state.Label(),
    };
}

/// <summary>A step that has not come.</summary>
/// <param name="On">Null when nobody knows the day.</param>
/// <param name="Receives">False when there is no address: it becomes a row in «Ring/brev i dag».</param>
public sealed record ComingReminder(Reminder Reminder, DateOnly? On, StepState State, bool Receives);

/// <param name="Now">What there is reason to remind somebody outside of today.</param>
public sealed record AheadReminders(IReadOnlyList<ComingReminder> Coming, IReadOnlyList<Reminder> Now);

/// <summary>What the portal has reminded of in one placement, what it will remind of, and why something does not come.</summary>
public sealed class CaseReminders(AppDb db, RulebookService rulebook, TimeProvider clock)
{
    // «Påminn nu» of an end that is months away helps nobody.
    private const int SoonDays = 14;

    public async Task<IReadOnlyList<CameReminder>> CameAsync(Guid placementId, CancellationToken ct)
    {
        var rows = await (
            from e in db.Reminders.AsNoTracking()
            where e.CaseId == placementId
            from m in db.Mail.Where(m => m.Id == e.MailId).DefaultIfEmpty()
            orderby e.CreatedAt descending, e.Id descending
            select new { e.Reminder, e.CreatedAt, e.WhyNot, State = (MailState?)m!.State, By = db.Users.Where(u => u.Id == e.AskedBy).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. rows.Select(e => (Row: e, Reminder: ReminderCatalogue.Find(e.Reminder))).Where(e => e.Reminder is not null)
            .Select(e => new CameReminder(e.Reminder!, e.Row.CreatedAt, e.Row.WhyNot, e.Row.State, e.Row.By))];
    }

    /// <summary>By the facts as they stand: another start or end moves them. Reminders whose stop condition holds are not among them.</summary>
    public async Task<AheadReminders> AheadAsync(Guid placementId, CancellationToken ct)
    {
        var (today, rules) = (clock.Today(), await rulebook.ReadAsync(ct));
        var written = (await db.Reminders.AsNoTracking().Where(e => e.CaseId == placementId).Select(e => new { e.Reminder, e.Day, e.Step }).ToListAsync(ct))
            .ToLookup(e => (e.Reminder, e.Day), e => e.Step);
        var (coming, now) = (new List<ComingReminder>(), new List<Reminder>());
        foreach (var (reminder, found) in await CasesAsync(placementId, rules, today, ct))
            foreach (var due in found)
            {
                var steps = ReminderPlan.Of(reminder, ReminderRules.Of(reminder, rules, today), due, [.. written[(reminder.Id, due.Day)]], today);
                coming.AddRange(steps.Where(s => s.State != StepState.Written).Select(s => new ComingReminder(reminder, s.On, s.State, due.HasAddress)));
                if (reminder.GoesToOthers && steps.Any(s => s.State == StepState.Written || s.On <= today.AddDays(SoonDays)))
                    now.Add(reminder);
            }
        return new AheadReminders([.. coming.OrderBy(c => c.On ?? DateOnly.MaxValue).ThenBy(c => c.Reminder.Label, StringComparer.Ordinal)], [.. now.Distinct()]);
    }

    // All of them in three statements: the placement, the facts with a day and the facts with a time.
    private async Task<IEnumerable<(PlacementReminder, IEnumerable<DueCase>)>> CasesAsync(Guid placementId, RuleSet rules, DateOnly today, CancellationToken ct)
    {
        var reminders = ReminderCatalogue.OfPlacements.Select((r, i) => (Reminder: r, Index: i, Window: ReminderWindow.Of(r, rules, today, withPlanned: true))).ToList();
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
        var all = new List<(PlacementReminder, IEnumerable<DueCase>)>();
        foreach (var (reminder, index, window) in reminders.Where(r => found.Contains(r.Index)))
            all.Add((reminder, await reminder.ExpandAsync(db, window, [.. found[index]], ct)));
        return all;
    }
}
