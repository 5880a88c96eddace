using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class ReplanTests
{
    private static readonly Cells Mornings = Cells.From([0, 3, 6, 9, 12]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prolonged_placement_takes_its_seat_along_and_the_new_end_is_a_fact()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, offer) = await PauseTests.RunningAsync(t);
        var last = offer.To!.Value.AddMonths(2);
        await ReplanAsync(t, id, new Replan(from.AddDays(20), last, Cells.OfficeWeek, ReplanReason.GoalNotReached));

        Assert.Equal([(from, from.AddDays(19)), (from.AddDays(20), last)], (await PauseTests.LiveAsync(t, id)).Select(c => (c.From, c.To!.Value)));
        Assert.Equal(last, (await t.Db.Slots.SingleAsync(s => s.Id == offer.Slots[0].Id, Ct)).To);
        Assert.Contains($"{last:yyyy-MM-dd}", await t.Db.Facts.Where(f => f.SubjectId == id && f.Kind == FactKind.PlannedEnd).Select(f => f.Value).ToListAsync(Ct));
        t.NewScope();
        Assert.Equal(Rule.SlotTaken, (await Assert.ThrowsAsync<RuleBreachException>(
            () => BookingTests.PencilAsync(t, offer, 0, offer.To.Value.AddDays(1), last))).Rule);
    }

    [Fact]
    public async Task Fewer_half_days_from_a_day_on_free_the_others_and_change_the_extent()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, offer) = await PauseTests.RunningAsync(t);
        await ReplanAsync(t, id, new Replan(from.AddDays(14), offer.To, Mornings, ReplanReason.StepDown));

        Assert.Equal(50, (await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).ExtentPercent);
        t.NewScope();
        await BookingTests.PencilAsync(t, offer, 0, from.AddDays(14), offer.To, Cells.From([1, 4]));
        t.NewScope();
        Assert.Equal(Rule.SlotTaken, (await Assert.ThrowsAsync<RuleBreachException>(() => BookingTests.PencilAsync(t, offer, 0, from.AddDays(7), offer.To, Cells.From([7])))).Rule);
    }

    [Fact]
    public async Task Nobody_is_prolonged_into_a_time_that_somebody_else_has()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, offer) = await PauseTests.RunningAsync(t);
        await ReplanAsync(t, id, new Replan(from, from.AddDays(30), Cells.OfficeWeek, ReplanReason.StepDown));
        t.NewScope();
        await BookingTests.PencilAsync(t, offer, 0, from.AddDays(31), offer.To);
        t.NewScope();
        Assert.Equal(Rule.SlotTaken, (await Assert.ThrowsAsync<RuleBreachException>(
            () => ReplanAsync(t, id, new Replan(from, from.AddDays(40), Cells.OfficeWeek, ReplanReason.GoalNotReached)))).Rule);
        t.NewScope();
        Assert.Equal(from.AddDays(30), (await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).To);
    }

    [Fact]
    public async Task New_times_before_the_start_have_to_be_approved_anew()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "ReadyToStart");
        await t.AsAsync(Role.Coordinator);
        await ReplanAsync(t, stage.Id, new Replan(stage.From, stage.From.AddMonths(2), Cells.OfficeWeek, ReplanReason.StepDown));
        Assert.Equal(PlacementStatus.AwaitingPaper, (await t.Db.Placements.SingleAsync(p => p.Id == stage.Id, Ct)).Status);
    }

    [Theory]
    [InlineData(-1, 60, Rule.ReplanBeforeStart)]
    [InlineData(200, 210, Rule.ReplanLeavesGap)]
    [InlineData(20, 10, Rule.PeriodReversed)]
    [InlineData(20, 300, Rule.PeriodTooLong)]
    public async Task Times_that_cannot_be_are_refused(int first, int last, Rule rule)
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, _) = await PauseTests.RunningAsync(t);
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(
            () => ReplanAsync(t, id, new Replan(from.AddDays(first), from.AddDays(last), Cells.OfficeWeek, ReplanReason.GoalNotReached)))).Rule);
    }

    [Fact]
    public async Task The_longest_time_in_all_is_warned_about_when_a_placement_is_prolonged()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, _) = await PauseTests.RunningAsync(t);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(
            () => t.Get<PlacementService>().ReplanAsync(id, new Replan(from.AddMonths(3), from.AddMonths(13), Cells.OfficeWeek, ReplanReason.GoalNotReached), Ct));
        Assert.Equal(Rule.PeriodTooLong, refused.Rule);
        t.NewScope();
        await ReplanAsync(t, id, new Replan(from.AddMonths(3), from.AddMonths(8), Cells.OfficeWeek, ReplanReason.GoalNotReached));
        t.NewScope();
        refused = await Assert.ThrowsAsync<RuleBreachException>(
            () => t.Get<PlacementService>().ReplanAsync(id, new Replan(from.AddMonths(8), from.AddMonths(13), Cells.OfficeWeek, ReplanReason.GoalNotReached), Ct));
        Assert.Equal(Rule.WarningsNotAcknowledged, refused.Rule);
        t.NewScope();
        await ReplanAsync(t, id, new Replan(from.AddMonths(8), from.AddMonths(13), Cells.OfficeWeek, ReplanReason.GoalNotReached));
        Assert.Contains(SoftRule.TotalTime, await t.Db.Acknowledgements.Where(a => a.PlacementId == id).Select(a => a.Rule).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_refused()
    {
        await using var t = await CoreTest.StartAsync();
        var (id, from, offer) = await PauseTests.RunningAsync(t);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => ReplanAsync(t, id, new Replan(from.AddDays(7), offer.To, Cells.OfficeWeek, ReplanReason.GoalNotReached)));
        Assert.Equal(Rule.NothingToRecord, refused.Rule);
    }

    private static Task ReplanAsync(CoreTest t, Guid id, Replan change) => t.Get<PlacementService>().ReplanAsync(id, change, Ct, Answered.ToAll);
}
