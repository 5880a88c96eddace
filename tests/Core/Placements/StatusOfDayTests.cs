using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class StatusOfDayTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_offer_whose_time_is_over_and_a_pencil_that_has_lapsed_leave_the_lists_at_night()
    {
        await using var t = await CoreTest.StartAsync(s => s.AddScoped<StatusOfDayJob>());
        var (offer, id) = await PlacementThreadTests.ProposedAsync(t);
        await t.Get<PlacementService>().PencilAsync(id, Ct);

        t.Clock.AdvanceDays(7);
        Assert.Equal("0 platsanmälningar avslutade, 0 preliminärbokningar förfallna", await RunAsync(t));
        t.Clock.AdvanceDays(3);
        Assert.Equal("0 platsanmälningar avslutade, 1 preliminärbokningar förfallna", await RunAsync(t));
        Assert.Equal(PlacementStatus.Proposed, await t.Db.Placements.Select(p => p.Status).SingleAsync(Ct));

        t.Clock.SetStockholm(offer.To!.Value);
        await RunAsync(t);
        Assert.NotEqual(OfferStatus.Closed, await t.Db.Offers.Select(o => o.Status).SingleAsync(Ct));
        t.Clock.AdvanceDays(1);
        Assert.Equal("1 platsanmälningar avslutade, 0 preliminärbokningar förfallna", await RunAsync(t));
        Assert.Equal(OfferStatus.Closed, await t.Db.Offers.Select(o => o.Status).SingleAsync(Ct));
        Assert.Equal("0 platsanmälningar avslutade, 0 preliminärbokningar förfallna", await RunAsync(t));
    }

    [Fact]
    public async Task A_lapsed_pencil_frees_its_seat_and_a_seat_whose_last_free_weeks_have_passed_is_taken()
    {
        await using var t = await CoreTest.StartAsync(s => s.AddScoped<StatusOfDayJob>());
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<PlacementService>().ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From.AddDays(28), To = offer.To }, Ct);
        await t.Get<PlacementService>().PencilAsync(id, Ct);
        await RunAsync(t);
        Assert.Equal((OfferStatus.Published, 1), await SeatsAsync(t));

        // Held from the fifth week on. Once the first four are over nothing is left to offer.
        await t.Db.Claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.ExpiresAt, (DateTime?)null), Ct);
        await t.Db.Placements.ExecuteUpdateAsync(p => p.SetProperty(x => x.PencilledUntil, t.Clock.GetUtcNow().UtcDateTime.AddDays(60)), Ct);
        t.Clock.SetStockholm(offer.From.AddDays(28));
        await RunAsync(t);
        Assert.Equal((OfferStatus.Filled, 0), await SeatsAsync(t));

        await t.Db.Placements.ExecuteUpdateAsync(p => p.SetProperty(x => x.PencilledUntil, t.Clock.GetUtcNow().UtcDateTime), Ct);
        await RunAsync(t);
        Assert.Equal((OfferStatus.Published, 1), await SeatsAsync(t));
    }

    [Fact]
    public async Task The_seats_of_a_place_that_is_closed_are_counted_no_more()
    {
        await using var t = await CoreTest.StartAsync(s => s.AddScoped<StatusOfDayJob>());
        var (offer, last) = (await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()), t.Clock.Today().AddDays(20));
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, offer, 0, offer.From, last);
        await t.Db.Claims.ExecuteUpdateAsync(c => c.SetProperty(x => x.ExpiresAt, (DateTime?)null), Ct);
        await t.Db.Placements.ExecuteUpdateAsync(p => p.SetProperty(x => x.PencilledUntil, t.Clock.GetUtcNow().UtcDateTime.AddDays(900)), Ct);
        t.Clock.SetStockholm(last.AddDays(1));
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<OfferService>().CloseAsync(offer.Id, Ct);

        t.Clock.SetStockholm(offer.To!.Value.AddDays(1));
        await RunAsync(t);
        Assert.Equal("Closed", (await t.Db.VerbsAsync(h => h.SubjectId == offer.Id))[^1]);
    }

    [Fact]
    public async Task A_place_whose_bookings_have_been_let_go_ends_without_being_filled()
    {
        await using var t = await CoreTest.StartAsync(s => s.AddScoped<StatusOfDayJob>());
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, offer, 0, offer.From, offer.From.AddDays(6));
        await t.Get<PlacementService>().CancelAsync(await t.Db.Placements.Select(p => p.Id).SingleAsync(Ct), NotHeldReason.Cancelled, Ct);
        t.Clock.SetStockholm(offer.To!.Value.AddDays(1));
        await RunAsync(t);
        Assert.Equal("DayPassed", (await t.Db.VerbsAsync(h => h.SubjectId == offer.Id))[^1]);
    }

    private static async Task<(OfferStatus, int)> SeatsAsync(CoreTest t)
    {
        var offer = await t.Db.Offers.AsNoTracking().SingleAsync(Ct);
        return (offer.Status, offer.FreeSlots);
    }

    private static async Task<string> RunAsync(CoreTest t)
    {
        t.AsJob();
        return await t.Get<StatusOfDayJob>().RunAsync(new JobContext(Schedules.StatusOfDay, "", default, null), Ct);
    }
}
