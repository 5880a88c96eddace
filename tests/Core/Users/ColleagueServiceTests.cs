using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Users;

public sealed class ColleagueServiceTests
{
    private const string Password = "kvist tegel mossa";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_joins_by_the_link_with_a_password_of_their_own()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAsync(test);
        await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        await InviteAsync(test, employer, "kollega@exempel.se", Role.EmployerSupervisor);
        var secret = await Links.SecretAsync(test, "inbjudan-kollega");

        test.AsVisitor();
        var read = await test.Get<InvitationService>().ReadAsync(secret, Ct);
        Assert.True(read!.NeedsPassword);
        Assert.Equal("kollega@exempel.se", read.Email);
        Assert.NotNull(read.Employer);
        Assert.False(await test.Db.RoleGrants.AnyAsync(g => g.Role == Role.EmployerSupervisor, Ct));
        await test.Get<InvitationService>().AcceptAsync(secret, Password, Ct);

        test.NewScope();
        var grant = await test.Db.RoleGrants.SingleAsync(g => g.Role == Role.EmployerSupervisor, Ct);
        Assert.Equal(employer, grant.EmployerId);
        var user = await test.Db.Users.SingleAsync(u => u.Id == grant.UserId, Ct);
        Assert.True(user.EmailConfirmed);
        Assert.NotNull(user.PasswordHash);
    }

    [Fact]
    public async Task Somebody_with_an_account_joins_without_a_new_password_and_the_employer_sees_no_difference_before()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAsync(test);
        var (present, _) = await TestUsers.AddAsync(test.Database, test.Clock, [Role.EmployerReader], employerId: Guid.NewGuid());
        await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        await using (var db = test.Database.Open())
        {
            var user = await db.Users.SingleAsync(u => u.Id == present.Id, Ct);
            user.SetPassword(Password, test.Get<IPasswordHasher<User>>());
            await db.SaveChangesAsync(Ct);
        }
        await InviteAsync(test, employer, present.Email!, Role.EmployerReader);
        await InviteAsync(test, employer, "ny@exempel.se", Role.EmployerReader);

        var seen = await test.Db.ColleagueInvitations.AsNoTracking().Select(i => new { i.DisplayName, i.Role, Open = i.AcceptedAt == null }).ToListAsync(Ct);
        Assert.Single(seen.Distinct());
        Assert.Equal(2, await test.Db.Mail.CountAsync(m => m.Template == "inbjudan-kollega", Ct));
        Assert.Equal(0, await test.Db.RoleGrants.CountAsync(g => g.UserId == present.Id && g.EmployerId == employer, Ct));

        var letter = await test.Db.Mail.SingleAsync(m => m.To == present.Email, Ct);
        var secret = letter.Text.Split("nyckel=")[1].Split()[0];
        test.AsVisitor();
        Assert.False((await test.Get<InvitationService>().ReadAsync(secret, Ct))!.NeedsPassword);
        await test.Get<InvitationService>().AcceptAsync(secret, null, Ct);
        test.NewScope();
        Assert.Equal(1, await test.Db.RoleGrants.CountAsync(g => g.UserId == present.Id && g.EmployerId == employer, Ct));
    }

    [Fact]
    public async Task An_unconfirmed_account_chooses_its_password_anew_so_that_whoever_made_it_is_shut_out()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAsync(test);
        await test.Get<AccountService>().AddEmployerUserAsync("kollega@exempel.se", "Någon annan", "en främlings lösenord", Guid.NewGuid(), Ct);
        await test.Db.SaveChangesAsync(Ct);
        await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        await InviteAsync(test, employer, "kollega@exempel.se", Role.EmployerReader);
        var secret = await Links.SecretAsync(test, "inbjudan-kollega");

        await BreaksAsync(Rule.Required, () => test.Get<InvitationService>().AcceptAsync(secret, null, Ct));
        test.NewScope();
        await test.Get<InvitationService>().AcceptAsync(secret, Password, Ct);
        test.NewScope();
        var user = await test.Db.Users.SingleAsync(u => u.Email == "kollega@exempel.se", Ct);
        Assert.Equal(PasswordVerificationResult.Failed,
            test.Get<IPasswordHasher<User>>().VerifyHashedPassword(user, user.PasswordHash!, "en främlings lösenord"));
    }

    [Fact]
    public async Task Only_the_employers_own_administrator_may_invite_and_remove()
    {
        await using var test = await CoreTest.StartAsync();
        var (employer, other) = (await EmployerAsync(test), await EmployerAsync(test));
        await test.AsAsync(Role.EmployerReader, employerId: employer);
        var readers = await test.Db.RoleGrants.SingleAsync(g => g.Role == Role.EmployerReader, Ct);
        foreach (var (role, at) in new[] { (Role.EmployerAdmin, other), (Role.EmployerSupervisor, employer) })
        {
            await test.AsAsync(role, employerId: at);
            await Assert.ThrowsAsync<NotFoundException>(() => InviteAsync(test, employer, "x@exempel.se", Role.EmployerReader));
            await Assert.ThrowsAsync<NotFoundException>(() => test.Get<ColleagueService>().RemoveAsync(employer, readers.Id, Ct));
        }
        await test.AsAsync(Role.EmployerAdmin, employerId: other);
        await Assert.ThrowsAsync<NotFoundException>(() => test.Get<ColleagueService>().RemoveAsync(other, readers.Id, Ct));
    }

    [Fact]
    public async Task A_staff_role_cannot_be_given_by_an_employer()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAsync(test);
        await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        await BreaksAsync(Rule.NotYours, () => InviteAsync(test, employer, "x@exempel.se", Role.Coordinator));
    }

    [Fact]
    public async Task A_withdrawn_invitation_opens_nothing()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAsync(test);
        await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        await InviteAsync(test, employer, "kollega@exempel.se", Role.EmployerReader);
        var secret = await Links.SecretAsync(test, "inbjudan-kollega");
        var invitation = await test.Db.ColleagueInvitations.Select(i => i.Id).SingleAsync(Ct);
        await test.Get<ColleagueService>().WithdrawInvitationAsync(employer, invitation, Ct);
        test.NewScope();
        Assert.Null(await test.Get<InvitationService>().ReadAsync(secret, Ct));
        await BreaksAsync(Rule.LinkNotValid, () => test.Get<InvitationService>().AcceptAsync(secret, Password, Ct));
    }

    [Fact]
    public async Task Inviting_the_same_address_again_replaces_the_earlier_invitation()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAsync(test);
        await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        await InviteAsync(test, employer, "kollega@exempel.se", Role.EmployerReader);
        var first = await Links.SecretAsync(test, "inbjudan-kollega");
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        test.NewScope();
        await InviteAsync(test, employer, "kollega@exempel.se", Role.EmployerSupervisor);
        Assert.Equal(1, await test.Db.ColleagueInvitations.CountAsync(i => i.AcceptedAt == null && i.WithdrawnAt == null, Ct));
        Assert.Null(await test.Get<InvitationService>().ReadAsync(first, Ct));
    }

    [Fact]
    public async Task An_employer_always_has_an_administrator()
    {
        await using var test = await CoreTest.StartAsync();
        var employer = await EmployerAsync(test);
        var me = await test.AsAsync(Role.EmployerAdmin, employerId: employer);
        var grant = await test.Db.RoleGrants.SingleAsync(g => g.UserId == me, Ct);
        await BreaksAsync(Rule.LastEmployerAdministrator, () => test.Get<ColleagueService>().RemoveAsync(employer, grant.Id, Ct));

        await TestUsers.AddAsync(test.Database, test.Clock, [Role.EmployerAdmin], employerId: employer);
        test.NewScope();
        await test.Get<ColleagueService>().RemoveAsync(employer, grant.Id, Ct);
        Assert.Equal(1, await test.Db.RoleGrants.CountAsync(g => g.EmployerId == employer, Ct));
    }

    private static async Task<Guid> EmployerAsync(CoreTest test) => (await new Stage(test.Database, test.Clock).WorkplaceAsync()).EmployerId;

    private static Task InviteAsync(CoreTest test, Guid employer, string email, Role role) =>
        test.Get<ColleagueService>().InviteAsync(new() { EmployerId = employer, Email = email, DisplayName = "Kollega", Role = role }, Ct);

    private static async Task BreaksAsync(Rule rule, Func<Task> act) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(act)).Rule);
}
