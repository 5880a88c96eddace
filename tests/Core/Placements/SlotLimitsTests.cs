using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>The days and cells of a slot are asked for once: when somebody is proposed, and of new cells when the plan changes.</summary>
public class SlotLimitsTests
{
    private static readonly Cells Weekend = Cells.From([15, 18]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_proposed_outside_the_days_or_the_cells_of_a_slot()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var fits = new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To };

        await RefusedAsync(t, fits with { From = offer.From.AddDays(-1) }, Rule.OutsideSlotPeriod, "From");
        await RefusedAsync(t, fits with { To = offer.To!.Value.AddDays(1) }, Rule.OutsideSlotPeriod, "From");
        await RefusedAsync(t, fits with { To = null }, Rule.OutsideSlotPeriod, "From");
        await RefusedAsync(t, fits with { Cells = Weekend }, Rule.OutsideSlotPattern, "Cells");
        await RefusedAsync(t, fits with { Cells = Cells.From([]) }, Rule.OutsideSlotPattern, "Cells");
        Assert.Equal(0, await t.Db.Placements.CountAsync(Ct));
        await t.Get<PlacementService>().ProposeAsync(fits, Ct);
    }

    [Fact]
    public async Task New_times_keep_to_the_cells_of_the_slot()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, offer) = await PauseTests.RunningAsync(t);
        foreach (var cells in new[] { Weekend, Cells.From([]) })
        {
            t.NewScope();
            var refused = await Assert.ThrowsAsync<RuleBreachException>(
                () => t.Get<PlacementService>().ReplanAsync(id, new Replan(from.AddDays(14), offer.To, cells, ReplanReason.StepDown), Ct));
            Assert.Equal((Rule.OutsideSlotPattern, "Cells"), (refused.Rule, refused.Field));
        }
    }

    private static async Task RefusedAsync(CoreTest t, ProposePlacement input, Rule rule, string field)
    {
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().ProposeAsync(input, Ct));
        Assert.Equal((rule, field), (refused.Rule, refused.Field));
        t.NewScope();
    }
}
