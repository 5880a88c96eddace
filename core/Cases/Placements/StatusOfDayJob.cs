using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// Stores the status of what only the calendar has moved: offers whose time is over, pencils that have lapsed, seats
/// whose remaining time has become full or free. For lists only; every command derives the status itself (docs/model.md, Status).
/// </summary>
public sealed class StatusOfDayJob(AppDb db, Bookings bookings, RulebookService rulebook, TimeProvider clock) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        var stamp = new Stamp(null, clock.UtcNow());
        var (today, counts) = (stamp.Today, (Offers: 0, Pencils: 0));
        await BookingRetry.RunAsync(db, async () =>
        {
            var over = await db.Offers
                .Where(o => o.To < today && (o.Status == OfferStatus.Published || o.Status == OfferStatus.Filled || o.Status == OfferStatus.Paused))
                .ToListAsync(ct);
            over.ForEach(o => o.NoteDay(stamp));
            var untouchedSince = today.AddDays(-7 * (await rulebook.OnAsync(today, ct)).Number(Limit.DraftOfferWeeks)).StartOfDayUtc();
            var forgotten = await db.Offers.Where(o => o.Status == OfferStatus.Draft && o.ArrangedAt == null && o.TouchedAt < untouchedSince).ToListAsync(ct);
            forgotten.ForEach(o => o.Lapse(stamp));
            var overtaken = await db.Placements.Where(StatusFacts.OvertakenAt(stamp.At)).ToListAsync(ct);
            var lapsed = overtaken.FindAll(p => p.Status == PlacementStatus.Pencilled);
            foreach (var placement in lapsed)
            {
                placement.LapsePencil(stamp);
                await bookings.LetGoAsync(placement, stamp, ct);
            }
            overtaken.Except(lapsed).ToList().ForEach(p => p.NoteDay(stamp));
            var booked = await db.Claims.Where(c => c.ReleasedAt == null).Select(c => c.OfferId)
                .Where(id => db.Offers.Any(o => o.Id == id && (o.Status == OfferStatus.Published || o.Status == OfferStatus.Filled)))
                .Distinct().ToListAsync(ct);
            await bookings.NoteOccupancyAsync(booked, stamp, ct);
            counts = (over.Count + forgotten.Count, lapsed.Count);
            await db.SaveChangesAsync(ct);
        });
        return $"{counts.Offers} platsanmälningar avslutade, {counts.Pencils} preliminärbokningar förfallna";
    }
}
