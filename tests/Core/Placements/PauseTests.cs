using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class PauseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_uppehall_shows_from_its_first_day_to_its_last_and_leaves_no_reason_in_the_history()
    {
        await using var t = await CoreTest.StartAsync(s => s.AddScoped<StatusOfDayJob>());
        var (id, from, _) = await RunningAsync(t);
        await PauseAsync(t, id, from.AddDays(7), from.AddDays(13), frees: false);
        foreach (var (day, status) in new[] { (6, PlacementStatus.Running), (7, PlacementStatus.Paused), (13, PlacementStatus.Paused), (14, PlacementStatus.Running) })
        {
            t.Clock.SetStockholm(from.AddDays(day));
            t.AsJob();
            await t.Get<StatusOfDayJob>().RunAsync(new JobContext(Schedules.StatusOfDay, "", default, null), default);
            t.NewScope();
            t.AsJob();
            Assert.Equal(status, (await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).Status);
        }
        Assert.Equal($"{from.AddDays(13):yyyy-MM-dd}", (await t.Db.Facts.SingleAsync(f => f.SubjectId == id && f.Kind == FactKind.Pause, Ct)).Value);
    }

    [Fact]
    public async Task The_days_of_an_uppehall_that_frees_the_slot_can_be_used_by_somebody_else()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, offer) = await RunningAsync(t);
        var (first, last) = (from.AddDays(14), from.AddDays(27));
        await PauseAsync(t, id, first, last, frees: true);
        Assert.Equal([(from, first.AddDays(-1)), (last.AddDays(1), offer.To!.Value)],
            (await LiveAsync(t, id)).Select(c => (c.From, c.To!.Value)));

        t.NewScope();
        await BookingTests.PencilAsync(t, offer, 0, first, last);
        t.NewScope();
        Assert.Equal(Rule.SlotTaken, (await Assert.ThrowsAsync<RuleBreachException>(() => BookingTests.PencilAsync(t, offer, 0, last, last.AddDays(7)))).Rule);
    }

    [Fact]
    public async Task Back_sooner_than_planned_is_checked_like_a_new_booking()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, offer) = await RunningAsync(t);
        var (first, last) = (from.AddDays(14), from.AddDays(27));
        await PauseAsync(t, id, first, last, frees: true);
        t.NewScope();
        await BookingTests.PencilAsync(t, offer, 0, first, last);

        t.NewScope();
        Assert.Equal(Rule.SlotTaken, (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().EndPauseAsync(id, last.AddDays(-7), Ct))).Rule);
        t.NewScope();
        Assert.Equal(2, (await LiveAsync(t, id)).Count);
        await t.Get<PlacementService>().EndPauseAsync(id, last.AddDays(7), Ct);
        Assert.Equal(last.AddDays(8), (await LiveAsync(t, id))[^1].From);
    }

    [Theory]
    [InlineData(-5, 3, Rule.PauseOutsidePlacement)]
    [InlineData(10, 400, Rule.PauseOutsidePlacement)]
    [InlineData(9, 3, Rule.PeriodReversed)]
    public async Task An_uppehall_lies_within_the_placement(int first, int last, Rule rule)
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, _) = await RunningAsync(t);
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(() => PauseAsync(t, id, from.AddDays(first), from.AddDays(last), frees: true))).Rule);
    }

    [Theory]
    [InlineData(-1, Rule.PauseReversed)]
    [InlineData(400, Rule.PauseOutsidePlacement)]
    public async Task Nor_does_it_end_outside(int last, Rule rule)
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, _) = await RunningAsync(t);
        await PauseAsync(t, id, from.AddDays(7), from.AddDays(13), frees: false);
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().EndPauseAsync(id, from.AddDays(7 + last), Ct));
        Assert.Equal((rule, "Last"), (refused.Rule, refused.Field));
    }

    [Fact]
    public async Task A_second_uppehall_waits_until_the_first_is_over()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, _) = await RunningAsync(t);
        await PauseAsync(t, id, from, from.AddDays(3), frees: false);
        t.NewScope();
        Assert.Equal(Rule.NotAllowedInStatus, (await Assert.ThrowsAsync<RuleBreachException>(() => PauseAsync(t, id, from.AddDays(7), from.AddDays(9), frees: false))).Rule);
        t.Clock.SetStockholm(from.AddDays(5));
        t.NewScope();
        Assert.Equal(Rule.PauseOverlaps, (await Assert.ThrowsAsync<RuleBreachException>(() => PauseAsync(t, id, from.AddDays(3), from.AddDays(9), frees: false))).Rule);
        t.NewScope();
        await PauseAsync(t, id, from.AddDays(7), from.AddDays(9), frees: false);
        Assert.Equal(2, await t.Db.Set<Pause>().CountAsync(Ct));
    }

    internal static async Task<(Guid Id, DateOnly From, Offer Offer)> RunningAsync(CoreTest t)
    {
        var stage = await PlacementInState.BringAsync(t, EnVagUt.Core.Law.Forms.Form.Praktik, "Running");
        await t.AsAsync(Role.Coordinator);
        var offer = await t.Db.Offers.AsNoTracking().Include(o => o.Slots).SingleAsync(Ct);
        return (stage.Id, stage.From, offer);
    }

    internal static Task<List<Claim>> LiveAsync(CoreTest t, Guid id) =>
        t.Db.Claims.AsNoTracking().Where(c => c.PlacementId == id && c.ReleasedAt == null).OrderBy(c => c.From).ToListAsync(Ct);

    private static Task PauseAsync(CoreTest t, Guid id, DateOnly from, DateOnly to, bool frees) =>
        t.Get<PlacementService>().PauseAsync(id, new PausePlacement(from, to, PauseReason.Absence, frees), Ct);
}
