using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Desk.Reminders;

/// <summary>A case with what one reminder does about it.</summary>
public sealed record CasePlan(DueCase Case, IReadOnlyList<PlannedStep> Steps);

/// <summary>Reads cases and ledger, and asks the plan. Two statements for each reminder, whatever the number of cases.</summary>
public sealed class ReminderReader(AppDb db, RulebookService rulebook, TimeProvider clock)
{
    private const int Chunk = 500;

    /// <summary>The cases that have a step to be written today.</summary>
    public async Task<IReadOnlyList<CasePlan>> DueAsync(Reminder reminder, CancellationToken ct) =>
        [.. (await PlansAsync(reminder, null, ct)).Where(p => p.Steps.Any(s => s.State == StepState.Due))];

    /// <summary>What the reminder does about one case, now and later; nothing when its stop condition holds.</summary>
    public Task<IReadOnlyList<CasePlan>> OfCaseAsync(Reminder reminder, Guid caseId, CancellationToken ct) => PlansAsync(reminder, caseId, ct);

    /// <summary>The last look before sending: whether any case of the letter still wants it. A letter that is no reminder always does.</summary>
    public async Task<bool> IsWantedAsync(Guid mailId, CancellationToken ct)
    {
        var entries = await db.Reminders.AsNoTracking().Where(e => e.MailId == mailId).ToListAsync(ct);
        foreach (var entry in entries)
        {
            if (ReminderCatalogue.Find(entry.Reminder) is not { } reminder)
                return true;
            var cases = await CasesAsync(reminder, entry.CaseId, await rulebook.ReadAsync(ct), withPlanned: true, ct);
            if (cases.Exists(c => entry.Step == ReminderEntry.Now || c.Day == entry.Day))
                return true;
        }
        return entries.Count == 0;
    }

    private async Task<IReadOnlyList<CasePlan>> PlansAsync(Reminder reminder, Guid? caseId, CancellationToken ct)
    {
        var (rules, today) = (await rulebook.ReadAsync(ct), clock.Today());
        var now = ReminderRules.Of(reminder, rules, today);
        if (!now.IsOn && caseId is null)
            return [];
        var cases = await CasesAsync(reminder, caseId, rules, withPlanned: caseId is not null, ct);
        var written = await WrittenAsync(reminder, cases, ct);
        return [.. cases.Select(c => new CasePlan(c, ReminderPlan.Of(reminder, now, c, [.. written[(c.CaseId, c.Day)]], today)))];
    }

    private Task<List<DueCase>> CasesAsync(Reminder reminder, Guid? caseId, RuleSet rules, bool withPlanned, CancellationToken ct) =>
        reminder.FindAsync(db, ReminderWindow.Of(reminder, rules, clock.Today(), withPlanned), caseId, ct);

    private async Task<ILookup<(Guid, DateOnly), string>> WrittenAsync(Reminder reminder, List<DueCase> cases, CancellationToken ct)
    {
        var rows = new List<(Guid CaseId, DateOnly Day, string Step)>();
        foreach (var ids in cases.Select(c => c.CaseId).Distinct().Chunk(Chunk))
            rows.AddRange((await db.Reminders.AsNoTracking().Where(e => e.Reminder == reminder.Id && ids.Contains(e.CaseId))
                .Select(e => new { e.CaseId, e.Day, e.Step }).ToListAsync(ct)).Select(e => (e.CaseId, e.Day, e.Step)));
        return rows.ToLookup(r => (r.CaseId, r.Day), r => r.Step);
    }
}
