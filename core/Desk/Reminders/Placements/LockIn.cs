using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Absences;
using Microsoft.EntityFrameworkCore;
using static EnVagUt.Core.Desk.Reminders.ReminderReceiver;
using static EnVagUt.Core.Desk.Reminders.ReminderStep;

namespace EnVagUt.Core.Desk.Reminders.Placements;

/// <summary>
/// Somebody who is in the municipality's praktik has been so for long, placement after placement. About the person in one
/// gren, so that it comes once at each limit whichever placement is running.
/// </summary>
public sealed class LockIn() : Reminder("inlasning", "Lång tid i praktik", UnitManager, "dagar i kommunens praktik",
    AtReached(90, "inlasning") with { SharedRule = (ShippedRules.All, Limit.LockInWarnDays) },
    AtReached(180, "inlasning") with { SharedRule = (ShippedRules.All, Limit.LockInAlarmDays) })
{
    public override CaseKind Kind => CaseKind.Participant;
    public override string Condition => "personen har en praktik eller annan kommunal form som pågår";

    private static readonly Form[] Municipal = [.. FormRegistry.All.Where(f => f.Family == FormFamily.Municipal).Select(f => f.Form)];

    public override string PathOf(Guid caseId) => $"/deltagare/{caseId}";

    public override IQueryable<DueCase> Cases(AppDb db, ReminderWindow window) => Cases(db, Manager.On(db, window.Today));

    private static IQueryable<DueCase> Cases(AppDb db, IQueryable<Manager> managers) =>
        from x in db.Participants
        where db.Placements.Any(p => p.ParticipantId == x.Id && p.StartedOn != null && p.Ending.EndedOn == null && p.Ending.VoidedAt == null
            && p.LettersStoppedAt == null && Municipal.Contains(p.Form))
        select new DueCase { CaseId = x.Id, Email = managers.Where(m => m.Gren == x.Gren).Select(m => m.Email).FirstOrDefault() };

    public override async Task<List<DueCase>> FindAsync(AppDb db, ReminderWindow window, Guid? caseId, CancellationToken ct)
    {
        var cases = await base.FindAsync(db, window, caseId, ct);
        var placements = new List<(Guid Participant, OtherPlacement Placement)>();
        foreach (var ids in cases.Select(c => (Guid?)c.CaseId).Chunk(500))
            placements.AddRange((await db.Placements.AsNoTracking()
                .Where(p => ids.Contains(p.ParticipantId) && p.StartedOn != null && p.Ending.VoidedAt == null && Municipal.Contains(p.Form))
                .Select(p => new { p.ParticipantId, p.Id, p.Form, p.WorkplaceId, p.StartedOn, To = p.Ending.EndedOn ?? p.To, p.ContinuesId, Pauses = p.Pauses.Select(x => new { x.From, x.To }).ToList() })
                .ToListAsync(ct)).Select(p => (p.ParticipantId!.Value, new OtherPlacement(p.Id, p.Form, p.WorkplaceId, new Period(p.StartedOn!.Value, p.To),
                    [.. p.Pauses.Select(x => new Period(x.From, x.To))], p.ContinuesId))));
        var of = placements.ToLookup(p => p.Participant, p => p.Placement);
        return [.. cases.Select(c => c with
        {
            On = of[c.CaseId].Min(p => p.Period.From),
            Reached = PlanWarnings.MunicipalDaysBefore(window.Today.AddDays(1), of[c.CaseId]),
        })];
    }
}
