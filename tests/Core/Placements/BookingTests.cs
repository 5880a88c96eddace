using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class BookingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly Cells MondayForenoon = Cells.From([0]);
    private static readonly Cells MondayAfternoon = Cells.From([1]);

    [Fact]
    public async Task A_slot_is_held_by_one_at_a_time_and_the_loser_reads_when()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);
        await PencilAsync(t, offer, 0, offer.From, offer.To);

        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => PencilAsync(t, offer, 0, offer.From.AddDays(7), offer.To));
        Assert.Equal(Rule.SlotTaken, refused.Rule);
        Assert.Contains(offer.From.AddDays(7).Brief()[..^5], refused.Values[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_slot_that_is_held_while_the_person_thinks_is_kept_by_a_yes_and_free_after_a_no(bool yes, int held)
    {
        await using var t = await CoreTest.StartAsync();
        var placement = await PlacementInState.BringAsync(t, Form.Praktik, "Pencilled");
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().ParticipantAnsweredAsync(placement.Id, yes, Ct);
        Assert.Equal(held, await t.Db.Claims.CountAsync(c => c.ReleasedAt == null, Ct));
    }

    [Fact]
    public async Task Successive_people_and_half_days_share_a_slot()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);

        await PencilAsync(t, offer, 0, offer.From, offer.From.AddDays(27));
        await PencilAsync(t, offer, 0, offer.From.AddDays(28), offer.To, MondayForenoon);
        await PencilAsync(t, offer, 0, offer.From.AddDays(28), offer.To, MondayAfternoon);
        Assert.Equal(3, await t.Db.Claims.CountAsync(Ct));
    }

    [Fact]
    public async Task A_person_is_never_at_two_places_at_once()
    {
        await using var t = await CoreTest.StartAsync();
        var (first, second) = (await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()), await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()));
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        await PencilAsync(t, first, 0, first.From, first.To, MondayForenoon, participant);

        Assert.Equal(Rule.PersonBusy, (await Assert.ThrowsAsync<RuleBreachException>(
            () => PencilAsync(t, second, 0, second.From, second.To, null, participant))).Rule);
        t.NewScope();
        await PencilAsync(t, second, 0, second.From, second.To, MondayAfternoon, participant);
    }

    [Theory]
    [InlineData(Verksamhetsgren.Arbetsmarknad)]
    [InlineData(Verksamhetsgren.Socialtjanst)]
    public async Task Busy_is_told_in_the_same_words_whosever_it_is_for_the_days_that_were_asked_for_and_stands_in_the_read_log(Verksamhetsgren gren)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var (first, second) = (await t.Stage.OfferAsync(workplace), await t.Stage.OfferAsync(workplace));
        var ours = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator, gren);
        await PencilAsync(t, first, 0, first.From, first.To, MondayForenoon, gren == ours.Gren ? ours : await t.Stage.ParticipantAsync(gren, personId: ours.PersonId));

        var me = await t.AsAsync(Role.Coordinator);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => PencilAsync(t, second, 0, second.From, second.From.AddDays(13), null, ours));
        Assert.Equal((Rule.PersonBusy, $"{new Period(second.From, second.From.AddDays(13))}, mån fm"), (refused.Rule, refused.Values[0]));
        await t.Get<ReadLog>().FlushAsync();
        Assert.True(await t.Db.ReadLog.AnyAsync(r => r.UserId == me && r.SubjectKind == nameof(Person) && r.SubjectId == ours.PersonId, Ct));
    }

    [Fact]
    public async Task The_workplaces_ceiling_counts_heads_over_all_offers()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(ceiling: 2);
        var offers = new[] { await t.Stage.OfferAsync(workplace), await t.Stage.OfferAsync(workplace, o => o with { Slots = 2 }) };
        await t.AsAsync(Role.Coordinator);
        await PencilAsync(t, offers[0], 0, offers[0].From, offers[0].To);
        await PencilAsync(t, offers[1], 0, offers[1].From, offers[1].To);

        Assert.Equal(Rule.WorkplaceFull, (await Assert.ThrowsAsync<RuleBreachException>(
            () => PencilAsync(t, offers[1], 1, offers[1].From, offers[1].To))).Rule);
    }

    [Fact]
    public async Task A_supervisor_has_a_ceiling_of_its_own()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(supervisorCeiling: 1), o => o with { Slots = 2 });
        await t.AsAsync(Role.Coordinator);
        await PencilAsync(t, offer, 0, offer.From, offer.To, MondayForenoon);
        await PencilAsync(t, offer, 1, offer.From, offer.To, MondayAfternoon);

        t.NewScope();
        Assert.Equal(Rule.SupervisorFull, (await Assert.ThrowsAsync<RuleBreachException>(
            () => PencilAsync(t, offer, 1, offer.From, offer.To, MondayForenoon))).Rule);
    }

    [Fact]
    public async Task An_expired_pencil_is_released_by_the_command_that_meets_it()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);
        await PencilAsync(t, offer, 0, offer.From, offer.To);

        t.Clock.AdvanceDays(9);
        await PencilAsync(t, offer, 0, offer.From, offer.To);
        Assert.Single(await t.Db.Claims.Where(c => c.ReleasedAt == null).ToListAsync(Ct));
    }

    [Fact]
    public async Task Nobody_starts_in_a_closed_week()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(closedWeeks: new ClosedWeeks(50, 52)));
        await t.AsAsync(Role.Coordinator);

        var week51 = new DateOnly(2026, 12, 14);
        Assert.Equal(Rule.WorkplaceClosed, (await Assert.ThrowsAsync<RuleBreachException>(
            () => PencilAsync(t, offer, 0, week51, offer.To))).Rule);
    }

    internal static async Task PencilAsync(CoreTest t, Offer offer, int slot, DateOnly from, DateOnly? to, Cells? cells = null, Participant? participant = null)
    {
        participant ??= await t.Stage.ParticipantAsync();
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(new ProposePlacement
        {
            ParticipantId = participant.Id, SlotId = offer.Slots[slot].Id, From = from, To = to, Cells = cells,
        }, Ct);
        await service.PencilAsync(id, Ct);
    }
}
