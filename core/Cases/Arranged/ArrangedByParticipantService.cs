using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Arranged;

/// <summary>
/// Egen plats: the participant has found a workplace. Workplace, unpublished offer and placement in one save, with the
/// participant's yes; the case goes on as usual from there, and all rules hold as usual (docs/vardag.md, Agreed elsewhere).
/// </summary>
public sealed class ArrangedByParticipantService(AppDb db, Viewer viewer, TimeProvider clock, ArrangedOffers offers, Bookings bookings, RulebookService rulebook)
{
    /// <returns>The placement's id.</returns>
    public async Task<Guid> RegisterAsync(ArrangedByParticipant input, CancellationToken ct)
    {
        var id = Guid.Empty;
        await BookingRetry.RunAsync(db, async () =>
        {
            id = await AddAsync(input, viewer.Stamp(clock), ct);
            await db.SaveChangesAsync(ct);
        });
        return id;
    }

    private async Task<Guid> AddAsync(ArrangedByParticipant input, Stamp stamp, CancellationToken ct)
    {
        var participant = await db.Participants.Include(p => p.Person).SingleOrDefaultAsync(p => p.Id == input.ParticipantId, ct)
            ?? throw new NotFoundException("Participant");
        OfferTransitions.Table.RequireRole(OfferAction.Propose, viewer.RolesIn(participant.Gren));
        var (offer, workplace) = await offers.AddAsync(input.At, Details(input), byOthers: false, stamp, ct);
        var (slot, rules) = (offer.Slots[0], (await rulebook.OnAsync(offer.From, ct)).Of(input.Form));
        var placement = Placement.Propose(participant, offer, slot, slot.Period, slot.Cells, rules, stamp);
        placement.ParticipantAnswered(true, stamp);
        if (input.WorkplaceSaidYes)
        {
            // They have met and agreed; what the portal tells the workplace is what the page said it would.
            placement.ReleaseToWorkplace(new ReleasedFacts(participant.FirstName, participant.LastName, participant.Phone, placement.ExtentPercent, null), stamp);
            placement.Request(stamp);
            placement.EmployerAnswered(EmployerAnswer.Yes, stamp);
            if (await bookings.HoldArrangedAsync(placement, offer, workplace, stamp, ct) is [var first, ..])
                throw first;
        }
        db.Placements.Add(placement);
        return placement.Id;
    }

    private static OfferDetails Details(ArrangedByParticipant input) => new()
    {
        WorkplaceId = default,
        Form = input.Form,
        Title = input.Title,
        Tasks = input.Tasks,
        From = input.From,
        To = input.To,
        Pattern = input.Pattern,
    };
}

public sealed record ArrangedByParticipant
{
    public required Guid ParticipantId { get; init; }
    public required Form Form { get; init; }
    public required ArrangedWorkplace At { get; init; }
    public required string Title { get; init; }
    public required string Tasks { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required IReadOnlyList<CellTime> Pattern { get; init; }

    /// <summary>The workplace knows the person and has said yes; otherwise it is asked as usual.</summary>
    public bool WorkplaceSaidYes { get; init; }
}
