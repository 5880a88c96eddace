using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Släpp platsen, inside the caller's save: what was held is free, letters that wait are stopped, and a workplace that was asked is told.</summary>
public sealed class LettingGo(Bookings bookings, PlacementLetters letters, MailService mail)
{
    internal async Task OfAsync(Placement placement, NotHeldReason because, Stamp stamp, CancellationToken ct)
    {
        var told = placement.Answers.RequestedAt is not null;
        placement.NotHeld(because, stamp);
        await bookings.LetGoAsync(placement, stamp, ct);
        await mail.StopAsync(placement.Id, ct);
        if (told)
            await letters.CancelledAsync(placement, stamp, ct);
    }
}
