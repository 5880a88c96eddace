using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class CopyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_placement_is_copied_to_others_on_free_seats_of_their_own()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, offer) = await SourceAsync(t, slots: 4);
        var (one, two) = (await t.Stage.ParticipantAsync(), await t.Stage.ParticipantAsync());
        // Somebody nameless beside them is nobody that they could be busy as.
        await t.Get<ArrangedByOthersService>().RegisterAsync(ArrangedStage.ByOthers(await t.Stage.WorkplaceAsync(), offer.From), Ct);
        await t.Get<CopyService>().CopyAsync(source, [one.Id, two.Id], Ct);

        var all = await t.Db.Placements.AsNoTracking().Where(p => p.OfferId == offer.Id).ToListAsync(Ct);
        Assert.Equal((3, 3), (all.Count, all.Select(p => p.SlotId).Distinct().Count()));
        Assert.All(all, p => Assert.Equal((offer.From, offer.From.AddDays(27), Cells.From([0, 3]).Mask), (p.From, p.To!.Value, p.CellMask)));
        t.NewScope();
        Assert.Equal(1, await t.Get<CopyService>().CountFreeAsync(source, Ct));
    }

    [Fact]
    public async Task A_seat_that_is_taken_at_other_times_is_free()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, offer) = await SourceAsync(t, slots: 2);
        await BookingTests.PencilAsync(t, offer, 1, offer.From, offer.From.AddDays(27), Cells.From([6]));
        t.NewScope();
        Assert.Equal(1, await t.Get<CopyService>().CountFreeAsync(source, Ct));
    }

    [Fact]
    public async Task A_seat_that_has_been_let_go_is_free_again()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, offer) = await SourceAsync(t, slots: 2);
        await BookingTests.PencilAsync(t, offer, 1, offer.From, offer.To);
        Assert.Equal(0, await t.Get<CopyService>().CountFreeAsync(source, Ct));
        await t.Get<PlacementService>().CancelAsync(await t.Db.Placements.Where(p => p.Id != source).Select(p => p.Id).SingleAsync(Ct), NotHeldReason.Cancelled, Ct);
        t.NewScope();
        Assert.Equal(1, await t.Get<CopyService>().CountFreeAsync(source, Ct));
    }

    [Fact]
    public async Task Somebody_is_to_be_chosen()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, _) = await SourceAsync(t, slots: 2);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CopyService>().CopyAsync(source, [], Ct));
        Assert.Equal((Rule.Required, "ParticipantIds"), (refused.Rule, refused.Field));
    }

    [Fact]
    public async Task Where_the_employer_takes_nobody_more_for_now_nobody_is_blamed_for_it()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, offer) = await SourceAsync(t, slots: 2);
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<OfferService>().PauseAsync(offer.Id, true, Ct);
        await t.AsAsync(Role.Coordinator);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CopyService>().CopyAsync(source, [participant.Id], Ct));
        Assert.Equal(Rule.NotAllowedInStatus, refused.Rule);
    }

    [Fact]
    public async Task Too_few_seats_refuse_all_and_say_how_many_there_are()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, _) = await SourceAsync(t, slots: 2);
        var (one, two) = (await t.Stage.ParticipantAsync(), await t.Stage.ParticipantAsync());
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CopyService>().CopyAsync(source, [one.Id, two.Id], Ct));
        Assert.Equal((Rule.TooFewFreeSeats, 2, 1), (refused.Rule, refused.Values[0], refused.Values[1]));
        Assert.Equal(1, await t.Db.Placements.CountAsync(Ct));
    }

    [Fact]
    public async Task Whom_it_does_not_fit_is_named_and_nobody_is_proposed()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, offer) = await SourceAsync(t, slots: 5);
        var (fits, child, busy) = (await t.Stage.ParticipantAsync(), await t.Stage.ParticipantAsync(birthDate: t.Clock.Today().AddYears(-14)), await t.Stage.ParticipantAsync());
        await BookingTests.PencilAsync(t, await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()), 0, offer.From, offer.To, null, busy);
        t.NewScope();

        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CopyService>().CopyAsync(source, [fits.Id, child.Id], Ct));
        Assert.Equal((Rule.PersonDoesNotFit, $"Robin {child.LastName}"), (refused.Rule, refused.Values[0]));
        Assert.Equal(Rule.AgeOutsideForm, Assert.IsType<RuleBreachException>(refused.Values[1]).Rule);
        t.NewScope();
        refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CopyService>().CopyAsync(source, [fits.Id, busy.Id], Ct));
        Assert.Equal(Rule.PersonBusy, Assert.IsType<RuleBreachException>(refused.Values[1]).Rule);
        t.NewScope();
        Assert.False(await t.Db.Placements.AnyAsync(p => p.ParticipantId == fits.Id, Ct));
    }

    [Fact]
    public async Task A_preliminary_booking_that_has_run_out_keeps_nobody_busy()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, offer) = await SourceAsync(t, slots: 2);
        var participant = await t.Stage.ParticipantAsync();
        await BookingTests.PencilAsync(t, await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()), 0, offer.From, offer.To, null, participant);
        t.Clock.AdvanceDays(10);
        t.NewScope();
        await t.Get<CopyService>().CopyAsync(source, [participant.Id], Ct);
    }

    [Fact]
    public async Task Another_grens_participants_and_placements_are_not_found()
    {
        await using var t = await CoreTest.StartAsync();
        var (source, _) = await SourceAsync(t, slots: 5);
        var other = await t.Stage.ParticipantAsync(Verksamhetsgren.Skola);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<CopyService>().CopyAsync(source, [other.Id], Ct));
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Skola);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<CopyService>().CopyAsync(source, [other.Id], Ct));
    }

    [Fact]
    public async Task Ten_who_copy_at_once_never_count_the_same_seat_twice()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var (source, _) = await SourceAsync(t, slots: 5);
        var people = new List<Guid>();
        for (var i = 0; i < 10; i++)
            people.Add((await t.Stage.ParticipantAsync()).Id);
        var rush = await ConcurrencyTests.AtOnceAsync(t, 10, (services, i) => services.GetRequiredService<CopyService>().CopyAsync(source, [people[i]], Ct));

        Assert.Equal(4, rush.Count(r => r is null));
        Assert.All(rush.OfType<RuleBreachException>(), r => Assert.Equal(Rule.TooFewFreeSeats, r.Rule));
        var slots = await t.Db.Placements.Select(p => p.SlotId).ToListAsync(Ct);
        Assert.Equal((5, 5), (slots.Count, slots.Distinct().Count()));
    }

    private static async Task<(Guid Source, Offer Offer)> SourceAsync(CoreTest t, int slots)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(ceiling: 100), o => o with { Slots = slots });
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<PlacementService>().ProposeAsync(new ProposePlacement
        {
            ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.From.AddDays(27), Cells = Cells.From([0, 3]),
        }, Ct);
        t.NewScope();
        return (id, offer);
    }
}
