using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Employers;

public class EmployerServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly WorkplaceDetails Details = new()
    {
        Name = "Lagret",
        StreetAddress = "Hamngatan 2",
        PostalCode = "582 00",
        City = "Lindköping",
        ContactName = "Kim Kontakt",
        ContactEmail = "lager@exempel.se",
        Employees = 40,
    };

    [Fact]
    public async Task A_card_and_its_ceiling_are_saved_together_and_bookings_meet_the_new_ceiling()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, Details, Ct, new WorkplaceCeiling(3, true));

        var saved = await t.Db.Workplaces.AsNoTracking().SingleAsync(Ct);
        Assert.Equal(("Lagret", 3, true), (saved.Name, saved.EffectiveCeiling, saved.CeilingIsHard));
        Assert.NotEqual(workplace.BookingVersion, saved.BookingVersion);
    }

    [Fact]
    public async Task A_ceiling_lets_in_at_least_one()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var ofWorkplace = await Assert.ThrowsAsync<RuleBreachException>(
            () => t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, Details, Ct, new WorkplaceCeiling(0, true)));
        var ofSupervisor = Assert.Throws<RuleBreachException>(() => workplace.AddSupervisor(new SupervisorDetails { Name = "Sam", Ceiling = 0 }, t.Stamp));
        Assert.Equal([(Rule.CeilingTooLow, "Ceiling"), (Rule.CeilingTooLow, "Ceiling")], [(ofWorkplace.Rule, ofWorkplace.Field), (ofSupervisor.Rule, ofSupervisor.Field)]);
    }

    [Fact]
    public async Task A_form_filled_in_against_an_older_card_is_refused()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, Details, Ct);
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() =>
            t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, Details with { Name = "Annat" }, Ct));
        Assert.Equal(Rule.ChangedByAnother, refused.Rule);
    }

    [Theory]
    [InlineData(Role.EmployerReader)]
    [InlineData(Role.EmployerSupervisor)]
    public async Task Only_an_administrator_changes_the_employers_card(Role role)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(role, employerId: workplace.EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, Details, Ct));
    }

    [Fact]
    public async Task An_extract_needs_the_law_that_demands_it()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() =>
            t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, Details with { ExtractRequired = true }, Ct));
        Assert.Equal((Rule.ExtractNeedsLegalBasis, nameof(WorkplaceDetails.ExtractLegalBasis)), (refused.Rule, refused.Field));
    }

    [Fact]
    public async Task A_supervisor_who_is_changed_or_leaves_renews_what_bookings_check()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(supervisorCeiling: 2);
        var supervisor = workplace.Supervisors[0];
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await t.Get<EmployerService>().DescribeSupervisorAsync(workplace.Id, supervisor.Id, workplace.Version, new SupervisorDetails { Name = "Alex Ny", Ceiling = 1 }, Ct);
        var changed = await t.Db.Supervisors.AsNoTracking().SingleAsync(Ct);
        Assert.Equal(("Alex Ny", 1), (changed.Name, changed.Ceiling));
        Assert.NotEqual(supervisor.BookingVersion, changed.BookingVersion);

        t.NewScope();
        await t.Get<EmployerService>().SetSupervisorActiveAsync(workplace.Id, supervisor.Id, active: false, Ct);
        var left = await t.Db.Supervisors.AsNoTracking().SingleAsync(Ct);
        Assert.False(left.IsActive);
        Assert.NotEqual(changed.BookingVersion, left.BookingVersion);
    }

    [Fact]
    public async Task Another_workplaces_supervisor_is_not_found()
    {
        await using var t = await CoreTest.StartAsync();
        var mine = await t.Stage.WorkplaceAsync();
        var others = await t.Stage.WorkplaceAsync(supervisorCeiling: 2);
        await t.AsAsync(Role.EmployerAdmin, employerId: mine.EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<EmployerService>()
            .SetSupervisorActiveAsync(mine.Id, others.Supervisors[0].Id, active: false, Ct));
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<EmployerService>()
            .SetSupervisorActiveAsync(others.Id, others.Supervisors[0].Id, active: false, Ct));
    }
}
