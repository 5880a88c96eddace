using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <param name="PlacementId">The placement itself, when it exists: it does not stand in its own way.</param>
public sealed record Plan(Guid? ParticipantId, Guid? PersonId, Guid SlotId, Period Period, Cells Cells, Guid? PlacementId, Guid? ContinuesId)
{
    public static Plan Of(Placement p) => new(p.ParticipantId, p.PersonId, p.SlotId, p.Period, p.Cells, p.Id, p.ContinuesId);
}

/// <summary>Reads what the soft rules ask about a plan: three statements, and the rules of its first day.</summary>
public sealed class WarningService(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, Bookings bookings)
{
    // From the first booking on; a mere proposal weighs nothing.
    private static readonly PlacementStatus[] Counts =
    [
        PlacementStatus.Pencilled, PlacementStatus.Requested, PlacementStatus.AwaitingPaper, PlacementStatus.ReadyToStart,
        PlacementStatus.Running, PlacementStatus.Paused, PlacementStatus.Ended, PlacementStatus.Interrupted,
    ];

    public async Task<IReadOnlyList<Warning>> OfAsync(Plan plan, CancellationToken ct) => PlanWarnings.Of(await FactsAsync(plan, ct));

    /// <summary>Asks hard and soft rules of several placements together, in the caller's save, and keeps the answers given.</summary>
    /// <exception cref="RuleBreachException">Forms that do not go together, too much for a minor, a warning without an answer.</exception>
    internal async Task JudgeAsync(Placement placement, Acknowledged answer, Stamp stamp, CancellationToken ct)
    {
        var facts = await FactsAsync(Plan.Of(placement), ct);
        PlanWarnings.EnsureFormsGoTogether(facts);
        PlanWarnings.EnsureMinorCanDoAll(facts);
        placement.Acknowledge(PlanWarnings.Of(facts), answer, stamp);
    }

    public async Task<PlanFacts> FactsAsync(Plan plan, CancellationToken ct)
    {
        var seat = await (
            from slot in db.Slots.AsNoTracking()
            where slot.Id == plan.SlotId
            join o in db.Offers on slot.OfferId equals o.Id
            join w in db.Workplaces on slot.WorkplaceId equals w.Id
            select new
            {
                slot.WorkplaceId,
                slot.SupervisorId,
                slot.Pattern,
                o.Form,
                w.Ceiling,
                w.CeilingIsHard,
                w.Employees,
                Supervisor = db.Supervisors.Where(x => x.Id == slot.SupervisorId).Select(x => new { x.Ceiling, x.CeilingIsHard }).FirstOrDefault(),
                BirthDate = db.Participants.Where(p => p.Id == plan.ParticipantId).Select(p => (DateOnly?)p.BirthDate).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("Slot");
        var load = await LoadAsync(plan, seat.WorkplaceId, ct);
        var others = await OthersAsync(plan.PersonId, plan.PlacementId, ct);
        var atSupervisor = load.FindAll(c => seat.SupervisorId is not null && c.SupervisorId == seat.SupervisorId);
        return new PlanFacts((await rulebook.OnAsync(plan.Period.From, ct)).Of(seat.Form), seat.WorkplaceId, plan.Period, plan.Cells)
        {
            BirthDate = seat.BirthDate,
            Times = [.. seat.Pattern.Times.Where(t => plan.Cells.Has(t.Cell))],
            BusyBeside = await BusyBesideAsync(load.FindAll(c => plan.PersonId is not null && c.PersonId == plan.PersonId), ct),
            ContinuesId = plan.ContinuesId,
            Others = others,
            // On other cells of the same time: where they meet the booking itself is refused.
            Beside = [.. load.Where(c => plan.PersonId is not null && c.PersonId == plan.PersonId && !Cells.Meet(plan.Period, plan.Cells, c.Times.Period, c.Times.Cells))
                .Select(c => others.FirstOrDefault(o => o.Id == c.PlacementId)?.Form)],
            Workplace = new(seat.Ceiling ?? Workplace.DefaultCeiling(seat.Employees), seat.CeilingIsHard,
                [.. load.Where(c => c.WorkplaceId == seat.WorkplaceId).Select(c => c.Times)]),
            Supervisor = seat.Supervisor is { } named ? new(named.Ceiling, named.CeilingIsHard, [.. atSupervisor.Select(c => c.Times)]) : null,
            MinorsWithSupervisor = [.. atSupervisor.Where(c => c.IsMinor).Select(c => c.Times)],
        };
    }

    /// <summary>What nobody has answered for yet, of a placement that is to be booked; none once it holds its slot.</summary>
    public async Task<IReadOnlyList<Warning>> OpenBeforeBookingAsync(Guid placementId, CancellationToken ct)
    {
        var placement = await ReadAsync(placementId, ct);
        return await bookings.HoldsAsync(placement, viewer.Stamp(clock), ct) ? [] : placement.Unanswered(await OfAsync(Plan.Of(placement), ct));
    }

    /// <summary>What nobody has answered for yet, of a placement that is to get another end or other times.</summary>
    public async Task<IReadOnlyList<Warning>> OpenOfReplanAsync(Guid placementId, DateOnly? to, Cells cells, CancellationToken ct)
    {
        var placement = await ReadAsync(placementId, ct);
        return placement.Unanswered(await OfAsync(Plan.Of(placement) with { Period = new Period(placement.From, to), Cells = cells }, ct));
    }

    /// <summary>What nobody has answered for yet, of a placement that is to start on the day.</summary>
    public async Task<IReadOnlyList<Warning>> OpenBeforeStartAsync(Guid placementId, DateOnly start, CancellationToken ct)
    {
        var placement = await ReadAsync(placementId, ct);
        return await OfUnionAsync(placement, start, ct) is { } warning ? placement.Unanswered([warning]) : [];
    }

    /// <summary>The union's answer about this workplace and form: asked about, never waited for: what is owed the union differs by employer.</summary>
    public async Task<Warning?> OfUnionAsync(Placement p, DateOnly start, CancellationToken ct)
    {
        if (!p.Form.Row().Requires.HasFlag(RequiredFacts.UnionStatement))
            return null;
        var newest = await db.WorkplaceChecks.AsNoTracking()
            .Where(c => c.WorkplaceId == p.WorkplaceId && c.Form == p.Form && c.Kind == WorkplaceCheckKind.UnionStatement)
            .OrderByDescending(c => c.AnsweredOn ?? c.AskedOn).ThenByDescending(c => c.Seq)
            .Select(c => new { c.AnsweredOn, c.Accepted, c.ValidThrough }).FirstOrDefaultAsync(ct);
        return newest switch
        {
            null => new(SoftRule.UnionStatement, "Facket har inte tillfrågats om arbetsplatsen och formen."),
            { AnsweredOn: null } => new(SoftRule.UnionStatement, "Facket är tillfrågat men har inte svarat."),
            { Accepted: false } => new(SoftRule.UnionStatement, "Facket har sagt nej till formen på arbetsplatsen."),
            { ValidThrough: { } through } when through < start => new(SoftRule.UnionStatement, $"Fackets svar gällde till och med {through.Written()}."),
            _ => null,
        };
    }

    /// <summary>The lock-in counter of a person in praktik today; null below the first limit.</summary>
    public async Task<string?> LockInAsync(Guid participantId, DateOnly today, CancellationToken ct)
    {
        var personId = await db.Participants.Where(p => p.Id == participantId).Select(p => p.PersonId).SingleAsync(ct);
        var placements = await OthersAsync(personId, null, ct);
        return PlanWarnings.LockInText(PlanWarnings.MunicipalDaysBefore(today.AddDays(1), placements), await rulebook.OnAsync(today, ct));
    }

    private Task<Placement> ReadAsync(Guid placementId, CancellationToken ct) =>
        db.Placements.AsNoTracking().Include(p => p.Acknowledgements).SingleAsync(p => p.Id == placementId, ct);

    private async Task<List<Loaded>> LoadAsync(Plan plan, Guid workplaceId, CancellationToken ct)
    {
        var (now, from, to) = (clock.UtcNow(), plan.Period.From, plan.Period.Last);
        var rows = await db.Claims.AsNoTracking()
            .Where(c => c.ReleasedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now) && c.PlacementId != plan.PlacementId
                && c.From <= to && (c.To == null || c.To >= from)
                && (c.WorkplaceId == workplaceId || (plan.PersonId != null && c.PersonId == plan.PersonId)))
            .Select(c => new
            {
                c.PlacementId,
                c.SlotId,
                c.PersonId,
                c.WorkplaceId,
                c.SupervisorId,
                c.From,
                c.To,
                c.CellMask,
                c.MinorThrough,
            }).ToListAsync(ct);
        return [.. rows.Select(c => new Loaded(c.PlacementId, c.SlotId, c.PersonId, c.WorkplaceId, c.SupervisorId, (new Period(c.From, c.To), new Cells(c.CellMask)),
            c.MinorThrough >= from))];
    }

    private async Task<IReadOnlyList<BusyTimes>> BusyBesideAsync(List<Loaded> own, CancellationToken ct)
    {
        if (own.Count == 0)
            return [];
        var slots = own.Select(c => c.SlotId).Distinct().ToList();
        var patterns = await db.Slots.AsNoTracking().Where(s => slots.Contains(s.Id)).Select(s => new { s.Id, s.Pattern }).ToDictionaryAsync(s => s.Id, s => s.Pattern, ct);
        return [.. own.Select(c => new BusyTimes(c.Times.Period, [.. patterns[c.SlotId].Times.Where(t => c.Times.Cells.Has(t.Cell))]))];
    }

    // Within the viewer's grenar only: how long somebody has been elsewhere is the other gren's secret.
    private async Task<List<OtherPlacement>> OthersAsync(Guid? personId, Guid? exceptId, CancellationToken ct)
    {
        if (personId is null)
            return [];
        var grenar = viewer.Grenar;
        // By participant, which placements are indexed by.
        var participants = db.Participants.Where(x => x.PersonId == personId).Select(x => (Guid?)x.Id);
        var rows = await db.Placements.AsNoTracking()
            .Where(p => participants.Contains(p.ParticipantId) && p.Id != exceptId && grenar.Contains(p.Gren) && Counts.Contains(p.Status))
            .Select(p => new
            {
                p.Id,
                p.Form,
                p.WorkplaceId,
                From = p.StartedOn ?? p.From,
                To = p.Ending.EndedOn ?? p.To,
                p.ContinuesId,
                Pauses = p.Pauses.Select(x => new { x.From, x.To }).ToList(),
            }).ToListAsync(ct);
        return [.. rows.Select(p => new OtherPlacement(p.Id, p.Form, p.WorkplaceId, new Period(p.From, p.To),
            [.. p.Pauses.Select(x => new Period(x.From, x.To))], p.ContinuesId))];
    }

    private sealed record Loaded(Guid PlacementId, Guid SlotId, Guid? PersonId, Guid WorkplaceId, Guid? SupervisorId, (Period Period, Cells Cells) Times, bool IsMinor);
}
