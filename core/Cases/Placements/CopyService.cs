using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Copy a placement to several participants: same dates, cells and workplace, on free seats of the same offer. All or nobody.</summary>
public sealed class CopyService(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, BusyAnswer busyAnswer)
{
    private static readonly PlacementStatus[] Proposed = [PlacementStatus.Proposed, PlacementStatus.Pencilled];

    /// <exception cref="RuleBreachException">Too few free seats, or somebody whom the place does not fit; nobody is proposed then.</exception>
    public Task CopyAsync(Guid placementId, IReadOnlyCollection<Guid> participantIds, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        var stamp = viewer.Stamp(clock);
        var source = await FindAsync(placementId, ct);
        var ids = participantIds.Distinct().ToList();
        RuleBreachException.When(ids.Count == 0, Rule.Required, "ParticipantIds");
        var participants = await db.Participants.Include(p => p.Person)
            .Where(p => ids.Contains(p.Id) && p.Gren == source.Gren && p.ClosedAt == null).OrderBy(p => p.SortKey).ToListAsync(ct);
        if (participants.Count < ids.Count)
            throw new NotFoundException("Participant");
        var offer = await db.Offers.Include(o => o.Slots).SingleAsync(o => o.Id == source.OfferId, ct);
        offer.Require(OfferAction.Propose, stamp);
        var seats = await FreeSeatsAsync(source, offer, ct);
        RuleBreachException.When(seats.Count < ids.Count, Rule.TooFewFreeSeats, "ParticipantIds", ids.Count, seats.Count);

        var rules = (await rulebook.OnAsync(source.From, ct)).Of(source.Form);
        var busy = await BusyAsync(participants, stamp, ct);
        foreach (var (participant, seat) in participants.Zip(seats))
        {
            db.Placements.Add(Fitting(participant, () =>
            {
                if (busy[participant.PersonId].FirstOrDefault(c => Cells.Meet(source.Period, source.Cells, c.Period, c.Cells)) is { } meeting)
                    throw busyAnswer.About(participant.PersonId, meeting, source.Period, source.Cells);
                return Placement.Propose(participant, offer, seat, source.Period, source.Cells, rules, stamp);
            }));
            // A proposal holds nothing, but two who copy at once must not count the same seat as free.
            seat.LoadChanged();
        }
        await db.SaveChangesAsync(ct);
    });

    /// <summary>How many seats of the placement's offer are free on its dates and cells.</summary>
    public async Task<int> CountFreeAsync(Guid placementId, CancellationToken ct)
    {
        var source = await FindAsync(placementId, ct);
        var offer = await db.Offers.AsNoTracking().Include(o => o.Slots).SingleAsync(o => o.Id == source.OfferId, ct);
        return (await FreeSeatsAsync(source, offer, ct)).Count;
    }

    // An employer's own placements pass the filter too, so the gren is asked for here.
    private async Task<Placement> FindAsync(Guid id, CancellationToken ct)
    {
        var grenar = viewer.Grenar;
        var source = await db.Placements.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && grenar.Contains(p.Gren), ct)
            ?? throw new NotFoundException("Placement");
        OfferTransitions.Table.RequireRole(OfferAction.Propose, viewer.RolesIn(source.Gren));
        return source;
    }

    // Free of claims, and of proposals that will want the seat: so does one whose preliminary booking has run out.
    private async Task<List<Slot>> FreeSeatsAsync(Placement source, Offer offer, CancellationToken ct)
    {
        var claims = await db.Claims.AsNoTracking().Where(c => c.OfferId == offer.Id && c.ReleasedAt == null).ToListAsync(ct);
        var proposed = await db.Placements.IgnoreQueryFilters().AsNoTracking().Where(p => p.OfferId == offer.Id && Proposed.Contains(p.Status))
            .Select(p => new { p.SlotId, p.From, p.To, p.CellMask }).ToListAsync(ct);
        var taken = claims.Select(c => (c.SlotId, c.Period, c.Cells))
            .Concat(proposed.Select(p => (p.SlotId, new Period(p.From, p.To), new Cells(p.CellMask))))
            .Where(t => Cells.Meet(source.Period, source.Cells, t.Item2, t.Item3)).Select(t => t.SlotId).ToHashSet();
        return [.. offer.Slots.Where(s => !taken.Contains(s.Id) && s.Period.Contains(source.Period) && s.Cells.Contains(source.Cells)).OrderBy(s => s.Number)];
    }

    private async Task<ILookup<Guid, Claim>> BusyAsync(List<Participant> participants, Stamp stamp, CancellationToken ct)
    {
        var persons = participants.Select(p => (Guid?)p.PersonId).ToList();
        var claims = await db.Claims.AsNoTracking().Where(c => c.ReleasedAt == null && persons.Contains(c.PersonId)).ToListAsync(ct);
        return claims.Where(c => c.IsLive(stamp.At)).ToLookup(c => c.PersonId!.Value);
    }

    // Says whom it was that the place does not fit.
    private static Placement Fitting(Participant participant, Func<Placement> propose)
    {
        try
        {
            return propose();
        }
        catch (RuleBreachException e)
        {
            throw new RuleBreachException(Rule.PersonDoesNotFit, "ParticipantIds", $"{participant.FirstName} {participant.LastName}", e);
        }
    }
}
