using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class ContinuationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_placement_continues_the_same_persons_earlier_one()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var (participant, other) = (await t.Stage.ParticipantAsync(), await t.Stage.ParticipantAsync());
        await t.AsAsync(Role.Coordinator);
        var today = t.Clock.Today();
        var agreed = ArrangedStage.ByOthers(workplace, today) with { To = today.AddDays(10), DoneOn = today };
        var running = (await t.Get<ArrangedByOthersService>().RegisterAsync(agreed with { ParticipantId = participant.Id, On = today }, Ct)).Id;
        var planned = (await t.Get<ArrangedByOthersService>().RegisterAsync(agreed with { ParticipantId = other.Id }, Ct)).Id;
        var offer = await t.Stage.OfferAsync(workplace, o => o with { From = today.AddDays(-30) });
        t.NewScope();
        var input = new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = today.AddDays(11), To = offer.To, ContinuesId = running };

        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<PlacementService>().ProposeAsync(input with { ParticipantId = other.Id }, Ct));
        Assert.Equal(Rule.ContinuesUnstarted, (await Assert.ThrowsAsync<RuleBreachException>(
            () => t.Get<PlacementService>().ProposeAsync(input with { ParticipantId = other.Id, ContinuesId = planned }, Ct))).Rule);
        Assert.Equal(Rule.ContinuesLater, (await Assert.ThrowsAsync<RuleBreachException>(
            () => t.Get<PlacementService>().ProposeAsync(input with { From = today.AddDays(-1) }, Ct))).Rule);
        var id = await t.Get<PlacementService>().ProposeAsync(input, Ct);
        var made = await t.Db.Placements.SingleAsync(p => p.Id == id, Ct);
        // The seat says who is handledare, whoever it was before.
        Assert.Equal((running, offer.SupervisorId), (made.ContinuesId, made.SupervisorId));
    }
}
