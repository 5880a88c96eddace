using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>What the workplace sees of whom, and from when to when.</summary>
public class EmployerViewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Told", null, false)]
    [InlineData("Requested", "Robin", false)]
    [InlineData("AwaitingPaper", "Robin", false)]
    [InlineData("ReadyToStart", "Robin", true)]
    [InlineData("Ended", "Robin", true)]
    public async Task A_first_name_when_it_is_asked_and_all_of_it_when_all_is_clear(string situation, string? firstName, bool all)
    {
        await using var t = await CoreTest.StartAsync();
        // Somebody else who works here.
        await t.AsAsync(Role.Procurer);
        var view = await SeenAsync(t, await PlacementInState.BringAsync(t, Form.Praktik, situation));
        Assert.Equal((firstName, all, all), (view?.FirstName, view?.LastName is not null, view?.Phone is not null));
        Assert.Equal(firstName is null ? (null, null) : (100, "Test Coordinator"), (view?.ExtentPercent, view?.ContactName));
    }

    [Fact]
    public async Task When_it_came_to_nothing_the_case_is_there_and_nobody_in_it()
    {
        await using var t = await CoreTest.StartAsync();
        var case_ = await PlacementInState.BringAsync(t, Form.Praktik, "ReadyToStart");
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().CancelAsync(case_.Id, NotHeldReason.Cancelled, Ct);
        var view = await SeenAsync(t, case_);
        Assert.Equal((null, null, null, null), (view!.Name, view.Phone, view.ExtentPercent, view.Needs));
    }

    [Theory]
    [InlineData("Running", PlacementAction.End)]
    [InlineData("Requested", PlacementAction.Cancel)]
    public async Task It_leaves_the_workplaces_pages_84_days_after_the_end_or_the_no(string situation, PlacementAction action)
    {
        await using var t = await CoreTest.StartAsync();
        var case_ = await PlacementInState.BringAsync(t, Form.Praktik, situation);
        // The first moment of a day is a part of it.
        t.Clock.SetStockholm(t.Clock.Today().AddDays(1), TimeOnly.MinValue);
        await t.AsAsync(Role.Coordinator);
        await case_.DoAsync(t, action);
        t.Clock.AdvanceDays(EmployerView.DaysAfterEnd);
        Assert.NotNull(await SeenAsync(t, case_));
        t.Clock.AdvanceDays(1);
        Assert.Null(await SeenAsync(t, case_));
    }

    [Fact]
    public async Task What_was_registered_by_mistake_and_what_is_another_employers_is_not_there()
    {
        await using var t = await CoreTest.StartAsync();
        var case_ = await PlacementInState.BringAsync(t, Form.Praktik, "Requested");
        var other = await t.Stage.WorkplaceAsync();
        Assert.Null(await SeenAsync(t, case_ with { EmployerId = other.EmployerId }));
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().VoidAsync(case_.Id, Ct);
        Assert.Null(await SeenAsync(t, case_));
    }

    private static async Task<EmployerView?> SeenAsync(CoreTest t, PlacementInState case_)
    {
        await t.AsAsync(Role.EmployerSupervisor, employerId: case_.EmployerId);
        return await EmployerView.Of(t.Db, EmployerView.Placements(t.Db, t.Viewer, t.Clock.Today()), t.Clock.UtcNow()).SingleOrDefaultAsync(Ct);
    }
}
