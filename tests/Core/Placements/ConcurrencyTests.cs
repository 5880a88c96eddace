using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>
/// Twenty coordinators at a barrier, each with a scope and a connection of its own on one database file. The same over
/// HTTP, signed in, stands in the web tests.
/// </summary>
public class ConcurrencyTests
{
    private const int Coordinators = 20;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_slot_and_one_window_has_exactly_one_winner_and_the_losers_read_why()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(ceiling: 100));
        var rush = await RushAsync(t, _ => (offer, 0, offer.From, offer.To));

        Assert.Equal(1, rush.Count(r => r is null));
        Assert.All(rush.OfType<RuleBreachException>(), r => Assert.Equal(Rule.SlotTaken, r.Rule));
        Assert.Equal(Coordinators, rush.Length);
        Assert.Equal(1, await t.Db.Claims.CountAsync(c => c.ReleasedAt == null, Ct));
    }

    [Fact]
    public async Task Windows_that_do_not_overlap_all_win()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(ceiling: 100), o => o with { To = o.From.AddDays(7 * Coordinators - 1) });
        var rush = await RushAsync(t, i => (offer, 0, offer.From.AddDays(7 * i), offer.From.AddDays(7 * i + 6)));

        Assert.All(rush, Assert.Null);
        Assert.Equal(OfferStatus.Filled, await t.Db.Offers.AsNoTracking().Where(o => o.Id == offer.Id).Select(o => o.Status).SingleAsync(Ct));
    }

    [Fact]
    public async Task Different_slots_of_one_supervisor_stop_at_the_ceiling()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(ceiling: 100, supervisorCeiling: 2), o => o with { Slots = Coordinators });
        var rush = await RushAsync(t, i => (offer, i, offer.From, offer.To));

        Assert.Equal(2, rush.Count(r => r is null));
        Assert.All(rush.OfType<RuleBreachException>(), r => Assert.Equal(Rule.SupervisorFull, r.Rule));
    }

    [Fact]
    public async Task One_person_gets_one_of_many_overlapping_slots()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(ceiling: 100), o => o with { Slots = Coordinators });
        var rush = await RushAsync(t, i => (offer, i, offer.From, offer.To), onePerson: true);

        Assert.Equal(1, rush.Count(r => r is null));
        Assert.All(rush.OfType<RuleBreachException>(), r => Assert.Equal(Rule.PersonBusy, r.Rule));
    }

    /// <returns>Per coordinator null for a win, else why it lost.</returns>
    private static async Task<Exception?[]> RushAsync(CoreTest t, Func<int, (Offer Offer, int Slot, DateOnly From, DateOnly? To)> plan, bool onePerson = false)
    {
        await t.AsAsync(Role.Coordinator);
        var shared = await t.Stage.ParticipantAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < Coordinators; i++)
        {
            var (offer, slot, from, to) = plan(i);
            var participant = onePerson ? shared : await t.Stage.ParticipantAsync();
            ids.Add(await t.Get<PlacementService>().ProposeAsync(
                new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[slot].Id, From = from, To = to }, Ct));
        }

        return await AtOnceAsync(t, Coordinators, (services, i) => services.GetRequiredService<PlacementService>().PencilAsync(ids[i], Ct));
    }

    /// <summary>So many coordinators at a barrier, each with a scope of its own.</summary>
    /// <returns>Per coordinator null for a win, else why it lost.</returns>
    internal static async Task<Exception?[]> AtOnceAsync(CoreTest t, int coordinators, Func<IServiceProvider, int, Task> work)
    {
        await t.AsAsync(Role.Coordinator);
        var grants = t.Viewer.Roles.Select(r => new RoleGrant(t.Viewer.UserId!.Value, r, Verksamhetsgren.Arbetsmarknad)).ToList();
        using var barrier = new Barrier(coordinators);
        return await Task.WhenAll(Enumerable.Range(0, coordinators).Select(i => Task.Factory.StartNew(() =>
        {
            using var scope = t.Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().BecomeUser(grants[0].UserId, grants);
            barrier.SignalAndWait(Ct);
            try
            {
                work(scope.ServiceProvider, i).GetAwaiter().GetResult();
                return (Exception?)null;
            }
            catch (RuleBreachException e)
            {
                return e;
            }
        }, Ct, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
