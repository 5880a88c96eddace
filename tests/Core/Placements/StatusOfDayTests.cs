using EnVagUt.Core.Jobs;
using EnVagUt.Core.Offers;
using EnVagUt.Core.Placements;
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

    private static async Task<string> RunAsync(CoreTest t)
    {
        t.AsJob();
        return await t.Get<StatusOfDayJob>().RunAsync(new JobContext(Schedules.StatusOfDay, "", default, null), Ct);
    }
}
