using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>The whole way of a placement, each step by the right hands.</summary>
public class PlacementThreadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_praktik_goes_from_proposal_to_outcome()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id) = await ProposedAsync(t);
        var coordinator = t.Get<PlacementService>();

        await coordinator.ParticipantAnsweredAsync(id, true, Ct);
        await coordinator.ReleaseAsync(id, "Behöver korta pauser", Ct);
        await coordinator.RequestAsync(id, Ct);
        Assert.Equal(PlacementStatus.Requested, await StatusAsync(t, id));
        Assert.Equal(OfferStatus.Filled, await OfferStatusAsync(t, offer.Id));

        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);

        await t.AsAsync(Role.Coordinator);
        coordinator = t.Get<PlacementService>();
        Assert.Equal(PlacementStatus.AwaitingPaper, await StatusAsync(t, id));
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => coordinator.StartAsync(id, offer.From, Ct, Answered.ToAll));
        Assert.Equal(Rule.PaperMissing, refused.Rule);

        await coordinator.RecordPaperAsync(id, new RecordPaper(t.Clock.Today(), "Kim Konsulent", null), Ct);
        t.Clock.SetStockholm(offer.From);
        await coordinator.StartAsync(id, offer.From, Ct, Answered.ToAll);
        Assert.Equal(PlacementStatus.Running, await StatusAsync(t, id));

        t.Clock.SetStockholm(offer.From.AddDays(30));
        await coordinator.EndAsync(id, new EndPlacement(t.Clock.Today(), ExitReason.Work, InterruptedBy.Nobody), Ct);
        await coordinator.RecordOutcomeAsync(id, Outcome.Work, t.Clock.Today(), Ct);
        Assert.Equal(PlacementStatus.Ended, await StatusAsync(t, id));
        Assert.Equal(OfferStatus.Published, await OfferStatusAsync(t, offer.Id));
        Assert.Equal(10, await t.Db.History.CountAsync(h => h.SubjectId == id, Ct));
    }

    [Fact]
    public async Task A_workplaces_no_needs_a_code_and_frees_the_slot()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id) = await RequestedAsync(t);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        var employer = t.Get<EmployerAnswerService>();

        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => employer.AnswerAsync(id, false, null, Ct));
        Assert.Equal(Rule.NoCodeMissing, refused.Rule);

        t.NewScope();
        await t.Get<EmployerAnswerService>().AnswerAsync(id, false, NoCode.NoSupervisor, Ct);
        Assert.Equal(PlacementStatus.NotHeld, await StatusAsync(t, id));
        Assert.Empty(await t.Db.Claims.Where(c => c.ReleasedAt == null).ToListAsync(Ct));
        Assert.Equal(OfferStatus.Published, await OfferStatusAsync(t, offer.Id));
    }

    [Fact]
    public async Task The_workplace_is_not_asked_before_the_participant_has_said_yes_and_facts_are_released()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, id) = await ProposedAsync(t);
        var coordinator = t.Get<PlacementService>();

        Assert.Equal(Rule.ParticipantHasNotSaidYes, (await Assert.ThrowsAsync<RuleBreachException>(() => coordinator.RequestAsync(id, Ct))).Rule);
        t.NewScope();
        await t.Get<PlacementService>().ParticipantAnsweredAsync(id, true, Ct);
        t.NewScope();
        Assert.Equal(Rule.NothingReleased, (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().RequestAsync(id, Ct))).Rule);
        Assert.Empty(await t.Db.Mail.ToListAsync(Ct));
    }

    [Fact]
    public async Task Several_candidates_may_be_asked_for_one_employment_and_the_employers_first_yes_takes_the_slot()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Form = Form.Employment, To = null, Supports = [Lonestod.Nystartsjobb] });
        var ids = new List<Guid>();
        await t.AsAsync(Role.Coordinator);
        for (var i = 0; i < 2; i++)
            ids.Add(await RequestAsync(t, offer));
        Assert.Empty(await t.Db.Claims.ToListAsync(Ct));

        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(ids[0], true, null, Ct);
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<EmployerAnswerService>().AnswerAsync(ids[1], true, null, Ct));
        Assert.Equal(Rule.SlotTaken, refused.Rule);
    }

    [Fact]
    public async Task Another_employers_placement_is_not_found()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, id) = await RequestedAsync(t);
        var other = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: other.EmployerId);

        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct));
        Assert.False(await t.Db.Placements.AnyAsync(p => p.Id == id, Ct));
    }

    [Fact]
    public async Task Another_grens_placement_is_not_found()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, id) = await ProposedAsync(t);
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Socialtjanst);

        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<PlacementService>().PencilAsync(id, Ct));
    }

    internal static async Task<(Offer Offer, Guid Id)> ProposedAsync(CoreTest t)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);
        var participant = await t.Stage.ParticipantAsync();
        var id = await t.Get<PlacementService>().ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        t.NewScope();
        return (offer, id);
    }

    private static async Task<(Offer Offer, Guid Id)> RequestedAsync(CoreTest t)
    {
        var (offer, id) = await ProposedAsync(t);
        var coordinator = t.Get<PlacementService>();
        await coordinator.ParticipantAnsweredAsync(id, true, Ct);
        await coordinator.ReleaseAsync(id, null, Ct);
        await coordinator.RequestAsync(id, Ct);
        return (offer, id);
    }

    private static async Task<Guid> RequestAsync(CoreTest t, Offer offer)
    {
        var participant = await t.Stage.ParticipantAsync();
        var coordinator = t.Get<PlacementService>();
        var id = await coordinator.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From }, Ct);
        await coordinator.ParticipantAnsweredAsync(id, true, Ct);
        await coordinator.ReleaseAsync(id, null, Ct);
        await coordinator.RequestAsync(id, Ct);
        return id;
    }

    private static Task<PlacementStatus> StatusAsync(CoreTest t, Guid id) =>
        t.Db.Placements.AsNoTracking().Where(p => p.Id == id).Select(p => p.Status).SingleAsync(Ct);

    private static Task<OfferStatus> OfferStatusAsync(CoreTest t, Guid id) =>
        t.Db.Offers.AsNoTracking().Where(o => o.Id == id).Select(o => o.Status).SingleAsync(Ct);
}
