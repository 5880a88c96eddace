using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// Makes, upgrades and lets go of claims inside the caller's save. Everything whose load changes gets a new booking
/// version in that same save, so two bookings that together break a rule can never both succeed (docs/model.md, Races).
/// </summary>
public sealed class Bookings(AppDb db, BusyAnswer busyAnswer)
{
    public Task<bool> HoldsAsync(Placement placement, Stamp stamp, CancellationToken ct) => db.Claims.AnyAsync(
        c => c.PlacementId == placement.Id && c.ReleasedAt == null && (c.ExpiresAt == null || c.ExpiresAt > stamp.At), ct);

    /// <param name="anotherSupervisor">The same save names another handledare, whose ceiling is asked instead.</param>
    /// <exception cref="RuleBreachException">Taken, busy, full or closed; the text names what.</exception>
    public async Task HoldAsync(Placement placement, ClaimKind kind, DateTime? expiresAt, Stamp stamp, CancellationToken ct, bool anotherSupervisor = false)
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == placement.SlotId, ct);
        var own = await db.Claims.Where(c => c.PlacementId == placement.Id && c.ReleasedAt == null).ToListAsync(ct);
        if (own.Find(c => c.IsLive(stamp.At)) is { } held)
        {
            held.Become(kind, expiresAt);
            return;
        }
        own.ForEach(lapsed => lapsed.Release(stamp.At));

        var workplace = await db.Workplaces.SingleAsync(w => w.Id == slot.WorkplaceId, ct);
        RuleBreachException.When(workplace.ClosedWeeks is { } closed && closed.Covers(placement.From), Rule.WorkplaceClosed, nameof(placement.From), workplace.ClosedWeeks ?? default);
        await EnsureFreeAsync(placement, placement.Period, slot, stamp, ct, anotherSupervisor);
        db.Claims.Add(Claim(placement, slot, placement.Period, kind, await BirthDateAsync(placement, ct)).Until(expiresAt));
        await LoadChangedAsync(placement, slot, stamp, ct);
    }

    /// <summary>
    /// The plan has changed from a day on: what was held from then on is let go, and what the plan now says is held
    /// instead, checked like a new claim (docs/beslut/0009). An uppehåll in between leaves two claims.
    /// </summary>
    public async Task RebookAsync(Placement placement, DateOnly from, Stamp stamp, CancellationToken ct)
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == placement.SlotId, ct);
        var held = await db.Claims.Where(c => c.PlacementId == placement.Id && c.ReleasedAt == null).ToListAsync(ct);
        held.RemoveAll(c => c.Period.Last < from);
        held.ForEach(c => c.EndOn(from.AddDays(-1), stamp.At));
        slot.HoldOutTo(placement.Period.To);
        var born = await BirthDateAsync(placement, ct);
        foreach (var piece in placement.HeldFrom(from))
        {
            await EnsureFreeAsync(placement, piece, slot, stamp, ct);
            db.Claims.Add(Claim(placement, slot, piece, ClaimKind.Placement, born));
        }
        await LoadChangedAsync(placement, slot, stamp, ct);
    }

    /// <summary>Släpp platsen: from now on nothing is held for the placement.</summary>
    public async Task LetGoAsync(Placement placement, Stamp stamp, CancellationToken ct)
    {
        var claims = await db.Claims.Where(c => c.PlacementId == placement.Id && c.ReleasedAt == null).ToListAsync(ct);
        if (claims.Count == 0)
        {
            await CloseArrangedAsync(placement, stamp, ct);
            return;
        }
        claims.ForEach(c => c.Release(stamp.At));
        await LoadChangedAsync(placement, await db.Slots.SingleAsync(s => s.Id == placement.SlotId, ct), stamp, ct);
    }

    /// <summary>The placement has ended: its claim ends with that day, what is left of the slot is free.</summary>
    public async Task EndAsync(Placement placement, DateOnly lastDay, Stamp stamp, CancellationToken ct)
    {
        var claims = await db.Claims.Where(c => c.PlacementId == placement.Id && c.ReleasedAt == null).ToListAsync(ct);
        claims.ForEach(c => c.EndOn(lastDay, stamp.At));
        await LoadChangedAsync(placement, await db.Slots.SingleAsync(s => s.Id == placement.SlotId, ct), stamp, ct);
    }

    /// <summary>
    /// Holds the whole of the offer's one slot. Nobody can have taken it, but the person may be busy, and that refuses
    /// whoever decided. What else speaks against it is left to the caller.
    /// </summary>
    /// <returns>The workplace is full or closed.</returns>
    internal async Task<IReadOnlyList<RuleBreachException>> HoldArrangedAsync(Placement placement, Offer offer, Workplace workplace, Stamp stamp, CancellationToken ct)
    {
        var (slot, period, cells) = (offer.Slots[0], placement.Period, placement.Cells);
        var live = await LiveClaimsAsync(placement, period, slot, stamp, ct);
        if (live.Find(c => c.PersonId is not null && c.PersonId == placement.PersonId && Cells.Meet(period, cells, c.Period, c.Cells)) is { } busy)
            throw busyAnswer.About(busy.PersonId!.Value, busy, period, cells);

        var objections = new List<RuleBreachException>();
        if (workplace.ClosedWeeks is { } closed && closed.Covers(period.From))
            objections.Add(new RuleBreachException(Rule.WorkplaceClosed, nameof(placement.From), closed));
        // Whoever is at the workplace has agreed to it, so a soft ceiling is not ours to hold against them.
        if ((workplace.CeilingIsHard || !placement.Form.Row().IsOurDecision) && Peak(live, period, cells) > workplace.EffectiveCeiling)
            objections.Add(new RuleBreachException(Rule.WorkplaceFull, null, workplace.EffectiveCeiling, period));

        db.Claims.Add(Claim(placement, slot, period, ClaimKind.Placement, await BirthDateAsync(placement, ct)));
        slot.LoadChanged();
        workplace.LoadChanged();
        if (placement.PersonId is { } personId)
            (await db.Persons.SingleAsync(p => p.Id == personId, ct)).LoadChanged();
        offer.NoteOccupancy(0, stamp);
        return objections;
    }

    /// <summary>Another handledare from a day on: checked and counted as a new claim on that one would be; what has been stays with the earlier one.</summary>
    public async Task SuperviseAsync(Placement placement, Supervisor supervisor, DateOnly from, Stamp stamp, CancellationToken ct)
    {
        // A claim that the same save makes is among them.
        await db.Claims.Where(c => c.ReleasedAt == null && (c.SupervisorId == supervisor.Id || c.PlacementId == placement.Id)).LoadAsync(ct);
        var live = db.Claims.Local.Where(c => c.IsLive(stamp.At)).ToList();
        if (supervisor is { Ceiling: { } ceiling, CeilingIsHard: true } && new Period(from, null).Intersect(placement.Period) is { } rest)
            RuleBreachException.When(Peak(live.Where(c => c.SupervisorId == supervisor.Id && c.PlacementId != placement.Id), rest, placement.Cells) > ceiling,
                Rule.SupervisorFull, nameof(placement.SupervisorId), ceiling, rest);
        foreach (var claim in live.Where(c => c.PlacementId == placement.Id && c.Period.Last >= from))
            if (claim.HandOver(from, supervisor.Id) is { } later)
                db.Claims.Add(later);
        supervisor.LoadChanged();
    }

    // Whoever books may not read the participant (an employer's yes makes a claim too), and nothing of it is shown.
    private Task<DateOnly?> BirthDateAsync(Placement placement, CancellationToken ct) =>
        db.Participants.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter])
            .Where(p => p.Id == placement.ParticipantId).Select(p => (DateOnly?)p.BirthDate).SingleOrDefaultAsync(ct);

    private static Claim Claim(Placement placement, Slot slot, Period period, ClaimKind kind, DateOnly? born) =>
        new(slot, placement.SupervisorId, placement.Id, placement.PersonId, placement.Sex, period, placement.Cells, kind, born is { } day ? Age.MinorThrough(day, period.From) : null);

    // Own place that came to nothing before anything was held: its offer is for nobody else.
    private async Task CloseArrangedAsync(Placement placement, Stamp stamp, CancellationToken ct)
    {
        if (placement.Ending.NotHeldAt is null && placement.Ending.VoidedAt is null)
            return;
        if (await db.Offers.SingleOrDefaultAsync(o => o.Id == placement.OfferId && o.ArrangedAt != null, ct) is { } offer)
            offer.NoteOccupancy(1, stamp);
    }

    private async Task EnsureFreeAsync(Placement placement, Period period, Slot slot, Stamp stamp, CancellationToken ct, bool anotherSupervisor = false)
    {
        var cells = placement.Cells;
        var workplace = await db.Workplaces.SingleAsync(w => w.Id == slot.WorkplaceId, ct);
        var live = await LiveClaimsAsync(placement, period, slot, stamp, ct);
        bool Meets(Claim c) => Cells.Meet(period, cells, c.Period, c.Cells);

        if (live.Find(c => c.SlotId == slot.Id && Meets(c)) is { } taken)
            throw new RuleBreachException(Rule.SlotTaken, null, BusyAnswer.Times(taken, period, cells));
        if (live.Find(c => c.PersonId is not null && c.PersonId == placement.PersonId && Meets(c)) is { } busy)
            throw busyAnswer.About(busy.PersonId!.Value, busy, period, cells);

        // A soft ceiling warns instead, before it comes to this (WarningService).
        RuleBreachException.When(workplace.CeilingIsHard && Peak(live, period, cells) > workplace.EffectiveCeiling,
            Rule.WorkplaceFull, null, workplace.EffectiveCeiling, period);

        if (!anotherSupervisor && placement.SupervisorId is { } supervisorId
            && await db.Supervisors.SingleAsync(s => s.Id == supervisorId, ct) is { Ceiling: { } ceiling, CeilingIsHard: true })
            RuleBreachException.When(Peak(live.Where(c => c.SupervisorId == supervisorId), period, cells) > ceiling, Rule.SupervisorFull, null, ceiling, period);
    }

    // The person's claims elsewhere are among the live ones, but whatever meets the plan has been refused by then.
    private static int Peak(IEnumerable<Claim> live, Period period, Cells cells) => Occupancy.PeakWith(period, cells, [.. live.Select(c => (c.Period, c.Cells))]);

    // A supervisor belongs to one workplace, so the workplace's claims hold the supervisor's too.
    private async Task<List<Claim>> LiveClaimsAsync(Placement placement, Period period, Slot slot, Stamp stamp, CancellationToken ct)
    {
        var (from, to) = (period.From, period.Last);
        var near = await db.Claims
            .Where(c => c.ReleasedAt == null && c.PlacementId != placement.Id
                && (c.WorkplaceId == slot.WorkplaceId || (c.PersonId != null && c.PersonId == placement.PersonId))
                && c.From <= to && (c.To == null || c.To >= from))
            .ToListAsync(ct);
        foreach (var lapsed in near.Where(c => !c.IsLive(stamp.At)))
            lapsed.Release(stamp.At);
        return near.FindAll(c => c.IsLive(stamp.At));
    }

    private async Task LoadChangedAsync(Placement placement, Slot slot, Stamp stamp, CancellationToken ct)
    {
        slot.LoadChanged();
        (await db.Workplaces.SingleAsync(w => w.Id == slot.WorkplaceId, ct)).LoadChanged();
        if (placement.PersonId is { } personId)
            (await db.Persons.SingleAsync(p => p.Id == personId, ct)).LoadChanged();
        if (placement.SupervisorId is { } supervisorId)
            (await db.Supervisors.SingleAsync(s => s.Id == supervisorId, ct)).LoadChanged();

        await NoteOccupancyAsync([slot.OfferId], stamp, ct);
    }

    /// <summary>Counts anew which seats of the offers have free time left, in the caller's save.</summary>
    public async Task NoteOccupancyAsync(IReadOnlyCollection<Guid> offerIds, Stamp stamp, CancellationToken ct)
    {
        var offers = await db.Offers.Include(o => o.Slots).Where(o => offerIds.Contains(o.Id)).ToListAsync(ct);
        await db.Claims.Where(c => offerIds.Contains(c.OfferId) && c.ReleasedAt == null).LoadAsync(ct);
        var live = db.Claims.Local.Where(c => c.IsLive(stamp.At)).ToLookup(c => c.SlotId, c => (c.Period, c.Cells));
        foreach (var offer in offers)
            offer.NoteOccupancy(offer.Slots.Count(s => !Occupancy.IsFull(s.Period, s.Cells, stamp.Today, [.. live[s.Id]])), stamp);
    }
}
