using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Claims on offers that are made in the same save, so that neither offer nor workplace need be in the database yet.</summary>
public sealed partial class Bookings
{
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
            throw new RuleBreachException(Rule.PersonBusy, null, Busy(busy, period, cells));

        var objections = new List<RuleBreachException>();
        if (workplace.ClosedWeeks is { } closed && closed.Covers(period.From))
            objections.Add(new RuleBreachException(Rule.WorkplaceClosed, nameof(placement.From), closed));
        var atWorkplace = live.Where(c => c.WorkplaceId == workplace.Id).Select(c => (c.Period, c.Cells)).ToList();
        // Whoever is at the workplace has agreed to it, so a soft ceiling is not ours to hold against them.
        if ((workplace.CeilingIsHard || !placement.Form.Row().IsOurDecision) && Occupancy.PeakWith(period, cells, atWorkplace) > workplace.EffectiveCeiling)
            objections.Add(new RuleBreachException(Rule.WorkplaceFull, null, workplace.EffectiveCeiling, period));

        db.Claims.Add(new Claim(slot, placement.Id, placement.PersonId, placement.Sex, period, cells, ClaimKind.Placement));
        slot.LoadChanged();
        workplace.LoadChanged();
        if (placement.PersonId is { } personId)
            (await db.Persons.SingleAsync(p => p.Id == personId, ct)).LoadChanged();
        offer.NoteOccupancy(0, stamp);
        return objections;
    }

    // Own place that came to nothing before anything was held: its offer is for nobody else.
    private async Task CloseArrangedAsync(Placement placement, Stamp stamp, CancellationToken ct)
    {
        if (placement.Ending.NotHeldAt is null && placement.Ending.VoidedAt is null)
            return;
        if (await db.Offers.SingleOrDefaultAsync(o => o.Id == placement.OfferId && o.ArrangedAt != null, ct) is { } offer)
            offer.NoteOccupancy(1, stamp);
    }
}
