using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Slots;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>The workplace's side of a placement: Tacka ja, Tacka nej.</summary>
public sealed class EmployerAnswerService(AppDb db, Viewer viewer, TimeProvider clock, Bookings bookings, PlacementLetters letters)
{
    /// <summary>A yes makes the claim a placement's; under «föreslå kandidat» it is the yes that makes the claim.</summary>
    public Task AnswerAsync(Guid id, bool yes, NoCode? code, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        var stamp = viewer.Stamp(clock);
        var mine = viewer.EmployersAs(PlacementTransitions.Table[yes ? PlacementAction.Accept : PlacementAction.Decline].Who);
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.Id == id && mine.Contains(p.EmployerId), ct)
            ?? throw new NotFoundException("Placement");
        placement.EmployerAnswered(yes, code, stamp);
        if (yes)
            await bookings.HoldAsync(placement, ClaimKind.Placement, null, stamp, ct);
        else
            await bookings.LetGoAsync(placement, stamp, ct);
        await letters.AnsweredAsync(placement, yes, stamp, ct);
        await db.SaveChangesAsync(ct);
    });
}
