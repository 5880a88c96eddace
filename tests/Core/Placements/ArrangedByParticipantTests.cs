using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class ArrangedByParticipantTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_that_the_participant_found_goes_on_from_the_participants_yes()
    {
        await using var t = await CoreTest.StartAsync();
        var (workplace, participant) = (await t.Stage.WorkplaceAsync(), await t.Stage.ParticipantAsync());
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<ArrangedByParticipantService>().RegisterAsync(ArrangedStage.ByParticipant(participant, workplace, t.Clock.Today().AddDays(14)), Ct);

        var placement = await t.Db.Placements.SingleAsync(Ct);
        Assert.Equal((PlacementStatus.Proposed, true, null), (placement.Status, placement.Answers.ParticipantSaidYes, placement.Answers.RequestedAt));
        Assert.Empty(await t.Db.Claims.ToListAsync(Ct));
        var offer = await t.Db.Offers.SingleAsync(Ct);
        Assert.Equal(("Cykelreparatör", null, OfferStatus.Filled), (offer.Title, offer.PublishedAt, offer.Status));

        t.NewScope();
        await t.Get<PlacementService>().ReleaseAsync(id, null, Ct);
        await t.Get<PlacementService>().RequestAsync(id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        Assert.Equal(ClaimKind.Placement, await t.Db.Claims.Select(c => c.Kind).SingleAsync(Ct));
    }

    [Fact]
    public async Task A_workplace_that_has_said_yes_already_is_not_asked()
    {
        await using var t = await CoreTest.StartAsync();
        var (workplace, participant) = (await t.Stage.WorkplaceAsync(), await t.Stage.ParticipantAsync());
        await t.AsAsync(Role.Coordinator);
        await t.Get<ArrangedByParticipantService>().RegisterAsync(ArrangedStage.ByParticipant(participant, workplace, t.Clock.Today().AddDays(14)) with { WorkplaceSaidYes = true }, Ct);

        var placement = await t.Db.Placements.Include(p => p.Releases).SingleAsync(Ct);
        Assert.Equal((PlacementStatus.AwaitingPaper, "Robin"), (placement.Status, placement.Releases.Single().FirstName));
        var claim = await t.Db.Claims.SingleAsync(Ct);
        Assert.Equal(((Guid?)participant.PersonId, ClaimKind.Placement), (claim.PersonId, claim.Kind));
        Assert.Empty(await t.Db.Mail.ToListAsync(Ct));
    }

    [Fact]
    public async Task All_rules_hold_as_usual_and_a_refusal_leaves_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(ceiling: 1);
        var (participant, child) = (await t.Stage.ParticipantAsync(), await t.Stage.ParticipantAsync(birthDate: t.Clock.Today().AddYears(-14)));
        await t.AsAsync(Role.Coordinator);
        var input = ArrangedStage.ByParticipant(participant, workplace, t.Clock.Today().AddDays(14)) with { WorkplaceSaidYes = true };
        await t.Get<ArrangedByOthersService>().RegisterAsync(ArrangedStage.ByOthers(workplace, input.From), Ct);

        Assert.Equal(Rule.WorkplaceFull, await RefusalAsync(input));
        Assert.Equal(Rule.AgeOutsideForm, await RefusalAsync(input with { ParticipantId = child.Id }));
        Assert.Equal(Rule.FormRefusesOffers, await RefusalAsync(input with { Form = Form.AfPraktik }));
        Assert.Equal(Rule.FormRefusesOffers, await RefusalAsync(input with { Form = Form.EgenRegi }));
        Assert.Equal(Rule.PatternEmpty, await RefusalAsync(input with { Pattern = [] }));
        t.NewScope();
        Assert.Equal((1, 1), (await t.Db.Placements.CountAsync(Ct), await t.Db.Offers.CountAsync(Ct)));

        async Task<Rule> RefusalAsync(ArrangedByParticipant tried)
        {
            t.NewScope();
            return (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<ArrangedByParticipantService>().RegisterAsync(tried, Ct))).Rule;
        }
    }

    [Fact]
    public async Task Its_offer_is_over_when_it_came_to_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var (workplace, participant) = (await t.Stage.WorkplaceAsync(), await t.Stage.ParticipantAsync());
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<ArrangedByParticipantService>().RegisterAsync(ArrangedStage.ByParticipant(participant, workplace, t.Clock.Today().AddDays(14)), Ct);
        t.NewScope();
        await t.Get<PlacementService>().CancelAsync(id, NotHeldReason.Cancelled, Ct);
        Assert.Equal(OfferStatus.Closed, await t.Db.Offers.Select(o => o.Status).SingleAsync(Ct));
    }

    [Fact]
    public async Task Two_at_once_find_places_for_the_same_person_and_one_wins()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var (workplace, participant) = (await t.Stage.WorkplaceAsync(ceiling: 100), await t.Stage.ParticipantAsync());
        var input = ArrangedStage.ByParticipant(participant, workplace, t.Clock.Today().AddDays(14)) with { WorkplaceSaidYes = true };
        var rush = await ConcurrencyTests.AtOnceAsync(t, 10, (services, _) => services.GetRequiredService<ArrangedByParticipantService>().RegisterAsync(input, Ct));
        Assert.Equal(1, rush.Count(r => r is null));
        Assert.All(rush.OfType<RuleBreachException>(), r => Assert.Equal(Rule.PersonBusy, r.Rule));
        Assert.Equal(1, await t.Db.Offers.CountAsync(Ct));
    }
}
