using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Users;

public class FirstAdministratorTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ame_invites_the_first_administrator_of_an_employer_that_has_none()
    {
        await using var t = await CoreTest.StartAsync();
        var employer = (await t.Stage.WorkplaceAsync()).EmployerId;
        await t.AsAsync(Role.BusinessContact);
        await t.Get<ColleagueService>().InviteFirstAsync(Input(employer), Ct);

        var invitation = await t.Db.ColleagueInvitations.SingleAsync(Ct);
        Assert.Equal((employer, Role.EmployerAdmin), (invitation.EmployerId, invitation.Role));
        Assert.Equal("chef@exempel.se", await t.Db.Mail.Select(m => m.To).SingleAsync(Ct));
    }

    [Fact]
    public async Task An_employer_that_has_one_invites_by_itself()
    {
        await using var t = await CoreTest.StartAsync();
        var employer = (await t.Stage.WorkplaceAsync()).EmployerId;
        await t.AsAsync(Role.EmployerAdmin, employerId: employer);
        await t.AsAsync(Role.BusinessContact);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<ColleagueService>().InviteFirstAsync(Input(employer), Ct));
        Assert.Equal(Rule.EmployerHasAdministrator, refused.Rule);
    }

    [Fact]
    public async Task Nobody_else_may()
    {
        await using var t = await CoreTest.StartAsync();
        var employer = (await t.Stage.WorkplaceAsync()).EmployerId;
        await t.AsAsync(Role.Procurer);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<ColleagueService>().InviteFirstAsync(Input(employer), Ct));
        await t.AsAsync(Role.EmployerAdmin, employerId: (await t.Stage.WorkplaceAsync()).EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<ColleagueService>().InviteFirstAsync(Input(employer), Ct));
    }

    private static InviteColleague Input(Guid employer) =>
        new() { EmployerId = employer, Email = "chef@exempel.se", DisplayName = "Kim Chef", Role = Role.EmployerReader };
}
