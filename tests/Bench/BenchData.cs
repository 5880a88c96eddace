using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Bench;

internal sealed record BenchContent(User Coordinator, IReadOnlyList<Guid> PlacementIds);

/// <summary>
/// 300 employers, 6 000 offers of which most are closed, 20 000 participants, 100 000 placements. Made by the entities,
/// closed by raw updates, which only a bench may do.
/// </summary>
internal static class BenchData
{
    private const int Employers = 300, OffersEach = 20, Participants = 20_000, Placements = 100_000, Batch = 5_000;

    public static async Task<BenchContent> FillAsync(TestDb database)
    {
        var clock = TimeProvider.System;
        var (coordinator, _) = await TestUsers.AddAsync(database, clock, [Role.Coordinator]);
        var stage = new Stage(database, clock);
        var offers = new List<Offer>();
        for (var i = 0; i < Employers; i++)
        {
            var workplace = await stage.WorkplaceAsync();
            await using var db = database.Open();
            for (var j = 0; j < OffersEach; j++)
                offers.Add(MakeOffer(db, workplace, i * OffersEach + j, clock));
            await db.SaveChangesAsync();
        }
        var participants = await ParticipantsAsync(database, clock);
        var ids = await PlacementsAsync(database, offers, participants, new Stamp(coordinator.Id, DateTime.UtcNow));

        await using (var db = database.Open())
        {
            // Four of five placements are history, and with them nineteen of twenty offers.
            await db.Database.ExecuteSqlRawAsync("UPDATE Placements SET Status = 'Ended', StartedOn = \"From\", EndedOn = \"To\", ExitReason = 'Work', InterruptedBy = 'Nobody' WHERE rowid % 5 <> 0");
            await db.Database.ExecuteSqlRawAsync("UPDATE Offers SET Status = 'Closed', ClosedAt = CreatedAt WHERE rowid % 20 <> 0");
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }
        return new BenchContent(coordinator, ids);
    }

    private static Offer MakeOffer(AppDb db, EnVagUt.Core.Parties.Employers.Workplace workplace, int number, TimeProvider clock)
    {
        var stamp = new Stamp(null, clock.GetUtcNow().UtcDateTime);
        var offer = Offer.Draft(workplace, new OfferDetails
        {
            WorkplaceId = workplace.Id, Form = EnVagUt.Core.Law.Forms.Form.Praktik, Title = $"Plats {number}", Tasks = "Plocka upp varor och möta kunder.",
            From = stamp.Today.AddDays(7), To = stamp.Today.AddDays(180), Slots = 3, Displacement = Displacement.None, Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
        }, stamp);
        offer.Submit(stamp);
        offer.Publish(employerApproved: true, stamp);
        db.Add(offer);
        return offer;
    }

    private static async Task<List<Participant>> ParticipantsAsync(TestDb database, TimeProvider clock)
    {
        var stamp = new Stamp(null, clock.GetUtcNow().UtcDateTime);
        var all = new List<Participant>();
        foreach (var batch in Enumerable.Range(0, Participants).Chunk(Batch))
        {
            await using var db = database.Open();
            foreach (var number in batch)
            {
                var participant = Participant.Register(new Person(null), Verksamhetsgren.Arbetsmarknad, new PersonDetails
                {
                    FirstName = "Robin", LastName = $"Mätperson{number}", BirthDate = new DateOnly(1990, 1, 1).AddDays(number % 5000),
                    Sex = (Sex)(number % 2), HomeMunicipality = "1489",
                },
                    new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100 }, stamp);
                db.Add(participant);
                all.Add(participant);
            }
            await db.SaveChangesAsync();
        }
        return all;
    }

    private static async Task<List<Guid>> PlacementsAsync(TestDb database, List<Offer> offers, List<Participant> participants, Stamp stamp)
    {
        var ids = new List<Guid>();
        foreach (var batch in Enumerable.Range(0, Placements).Chunk(Batch))
        {
            await using var db = database.Open();
            foreach (var number in batch)
            {
                var offer = offers[number % offers.Count];
                var slot = offer.Slots[number % offer.Slots.Count];
                var placement = Placement.Propose(participants[number % participants.Count], offer, slot, slot.Period, slot.Cells, RuleSet.Shipped.On(slot.From).Of(offer.Form), stamp);
                db.Entry(placement).State = EntityState.Added;
                ids.Add(placement.Id);
            }
            await db.SaveChangesAsync();
        }
        return ids;
    }
}
