using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Users;

public sealed class UserServiceTests
{
    private const string Password = "kvist tegel mossa";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invited_staff_have_their_roles_but_no_password()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        var id = await InviteAsync(test, "asp@exempel.se", new StaffRole(Role.Coordinator, Verksamhetsgren.Skola, true), new StaffRole(Role.Procurer));

        test.NewScope();
        var user = await test.Db.Users.SingleAsync(u => u.Id == id, Ct);
        Assert.Null(user.PasswordHash);
        Assert.NotNull(user.InvitedAt);
        var grants = await test.Db.RoleGrants.Where(g => g.UserId == id).ToListAsync(Ct);
        Assert.Contains(grants, g => g is { Role: Role.Coordinator, Gren: Verksamhetsgren.Skola, ProtectedIdentities: true });
        Assert.Contains(grants, g => g is { Role: Role.Procurer, Gren: null, ProtectedIdentities: false });
        Assert.Equal(1, await test.Db.Mail.CountAsync(m => m.Template == "inbjudan-medarbetare" && m.To == "asp@exempel.se", Ct));
        Assert.Equal(["Invited", "RoleGranted", "RoleGranted"],
            await test.Db.History.Where(h => h.SubjectId == id).Select(h => h.Verb).Order().ToListAsync(Ct));
    }

    [Fact]
    public async Task An_address_that_has_an_account_cannot_be_invited_again()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        await InviteAsync(test, "asp@exempel.se", new StaffRole(Role.Procurer));
        await BreaksAsync(Rule.EmailTaken, () => InviteAsync(test, " ASP@exempel.se ", new StaffRole(Role.Procurer)));
    }

    [Fact]
    public async Task A_role_that_meets_persons_needs_a_gren_and_an_employers_role_is_not_the_administrators_to_give()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        await BreaksAsync(Rule.GrenRequired, () => InviteAsync(test, "asp@exempel.se", new StaffRole(Role.Coordinator)));
        test.NewScope();
        await BreaksAsync(Rule.NotYours, () => InviteAsync(test, "asp@exempel.se", new StaffRole(Role.EmployerAdmin)));
        test.NewScope();
        await BreaksAsync(Rule.Required, () => InviteAsync(test, "asp@exempel.se"));
        Assert.False(await test.Db.Users.AnyAsync(u => u.Email == "asp@exempel.se", Ct));
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_deactivated_nor_lose_the_role()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        var first = await ActiveAsync(test, "ett@exempel.se");
        await test.Db.RoleGrants.Where(g => g.UserId != first).ExecuteDeleteAsync(Ct);
        var grant = await test.Db.RoleGrants.SingleAsync(g => g.UserId == first, Ct);
        await BreaksAsync(Rule.LastAdministrator, () => test.Get<UserService>().DeactivateAsync(first, Ct));
        await BreaksAsync(Rule.LastAdministrator, () => test.Get<UserService>().WithdrawAsync(first, grant.Id, Ct));

        // somebody who is only invited is no administrator yet
        await InviteAsync(test, "tva@exempel.se", new StaffRole(Role.Administrator));
        await BreaksAsync(Rule.LastAdministrator, () => test.Get<UserService>().DeactivateAsync(first, Ct));
        await ActiveAsync(test, "tre@exempel.se");
        await test.Get<UserService>().DeactivateAsync(first, Ct);
        test.NewScope();
        Assert.NotNull((await test.Db.Users.SingleAsync(u => u.Id == first, Ct)).DeactivatedAt);
    }

    [Fact]
    public async Task Of_two_administrators_who_remove_each_other_at_the_same_time_one_is_told_the_rule()
    {
        var meeting = new FirstSavesMeet(2);
        await using var test = await CoreTest.StartInFileAsync(s => s.ConfigureDbContext<AppDb>(o => o.AddInterceptors(meeting)));
        await test.AsAsync(Role.Administrator);
        var (one, two) = (await ActiveAsync(test, "ett@exempel.se"), await ActiveAsync(test, "tva@exempel.se"));
        await test.Db.RoleGrants.Where(g => g.UserId != one && g.UserId != two).ExecuteDeleteAsync(Ct);
        test.NewScope();
        var first = test.Get<UserService>();
        test.NewScope();
        var second = test.Get<UserService>();

        meeting.Begin();
        var attempts = new[] { (first, two), (second, one) }
            .Select(a => Task.Run(async () => await Record.ExceptionAsync(() => a.Item1.DeactivateAsync(a.Item2, Ct)), Ct));
        var refused = (await Task.WhenAll(attempts)).OfType<Exception>();

        Assert.True(meeting.HasBeen, "the two did not decide at the same time");
        Assert.Equal(Rule.LastAdministrator, Assert.IsType<RuleBreachException>(Assert.Single(refused)).Rule);
    }

    [Fact]
    public async Task A_new_invitation_makes_the_earlier_link_useless()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        var id = await InviteAsync(test, "asp@exempel.se", new StaffRole(Role.Procurer));
        var first = await Links.SecretAsync(test, "inbjudan-medarbetare");
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        await test.Get<UserService>().InviteAgainAsync(id, Ct);
        var second = await Links.SecretAsync(test, "inbjudan-medarbetare");

        test.NewScope();
        await BreaksAsync(Rule.LinkNotValid, () => test.Get<InvitationService>().AcceptAsync(first, Password, Ct));
        await test.Get<InvitationService>().AcceptAsync(second, Password, Ct);
        await BreaksAsync(Rule.NotAllowedInStatus, () => test.Get<UserService>().InviteAgainAsync(id, Ct));
    }

    [Fact]
    public async Task An_invitation_lasts_seven_days()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        await InviteAsync(test, "asp@exempel.se", new StaffRole(Role.Procurer));
        var secret = await Links.SecretAsync(test, "inbjudan-medarbetare");
        test.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null(await test.Get<InvitationService>().ReadAsync(secret, Ct));
        await BreaksAsync(Rule.LinkNotValid, () => test.Get<InvitationService>().AcceptAsync(secret, Password, Ct));
    }

    [Fact]
    public async Task The_same_role_is_given_once()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        var id = await InviteAsync(test, "asp@exempel.se", new StaffRole(Role.Coordinator, Verksamhetsgren.Skola));
        await test.Get<UserService>().GrantAsync(id, new StaffRole(Role.Coordinator, Verksamhetsgren.Kaa), Ct);
        await BreaksAsync(Rule.RoleAlreadyGranted, () => test.Get<UserService>().GrantAsync(id, new StaffRole(Role.Coordinator, Verksamhetsgren.Skola), Ct));
        Assert.Equal(2, await test.Db.RoleGrants.CountAsync(g => g.UserId == id, Ct));
    }

    [Fact]
    public async Task Resetting_the_second_factor_removes_key_and_codes_ends_sessions_and_tells_the_person()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        var id = await ActiveAsync(test, "asp@exempel.se");
        var users = test.Get<UserManager<User>>();
        var user = await test.Db.Users.SingleAsync(u => u.Id == id, Ct);
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
        var stamp = user.SecurityStamp;

        await test.Get<UserService>().ResetSecondFactorAsync(id, Ct);

        test.NewScope();
        var after = await test.Db.Users.SingleAsync(u => u.Id == id, Ct);
        Assert.False(after.TwoFactorEnabled);
        Assert.NotEqual(stamp, after.SecurityStamp);
        Assert.Equal(0, await test.Db.UserTokens.CountAsync(t => t.UserId == id, Ct));
        Assert.Equal(1, await test.Db.Mail.CountAsync(m => m.Template == "tvastegs-av", Ct));
    }

    [Fact]
    public async Task The_first_administrator_is_invited_once()
    {
        await using var test = await CoreTest.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            test.NewScope();
            await test.Get<UserService>().InviteFirstAdministratorAsync("forst@exempel.se", Ct);
        }
        Assert.Equal(1, await test.Db.Users.CountAsync(Ct));
        Assert.Equal(1, await test.Db.Mail.CountAsync(Ct));
    }

    [Fact]
    public async Task The_first_administrator_is_invited_though_an_outsider_has_registered_the_address()
    {
        await using var test = await CoreTest.StartAsync();
        await test.Get<AccountService>().AddEmployerUserAsync("forst@exempel.se", "Någon annan", Password, Guid.CreateVersion7(), Ct);
        await test.Db.SaveChangesAsync(Ct);
        test.NewScope();
        await test.Get<UserService>().InviteFirstAdministratorAsync("forst@exempel.se", Ct);
        test.NewScope();
        Assert.Null((await test.Db.Users.SingleAsync(Ct)).PasswordHash);
        Assert.Equal(1, await test.Db.Mail.CountAsync(m => m.Template == "inbjudan-medarbetare", Ct));
    }

    [Fact]
    public async Task A_second_role_before_the_invitation_is_accepted_sends_no_second_letter()
    {
        await using var test = await CoreTest.StartAsync();
        await test.AsAsync(Role.Administrator);
        var id = await InviteAsync(test, "asp@exempel.se", new StaffRole(Role.Procurer));
        Assert.False(await test.Get<UserService>().GrantAsync(id, new StaffRole(Role.ContractManager), Ct));
        Assert.Equal(1, await test.Db.Mail.CountAsync(m => m.Template == "inbjudan-medarbetare", Ct));
    }

    [Fact]
    public async Task The_owner_who_confirms_while_a_role_is_given_does_not_keep_the_old_password()
    {
        await using var test = await CoreTest.StartInFileAsync();
        var user = (await test.Get<AccountService>().AddEmployerUserAsync("asp@exempel.se", "Någon annan", Password, Guid.CreateVersion7(), Ct))!;
        await test.Db.SaveChangesAsync(Ct);
        var secret = await Links.SecretAsync(test, "bekrafta-epost");
        test.NewScope();
        var confirming = test.Get<LoginTokens>();
        (await confirming.UseAsync(secret, LoginPurpose.ConfirmEmail, Ct)).ConfirmEmail();
        await test.AsAsync(Role.Administrator);
        await test.Get<UserService>().GrantAsync(user.Id, new StaffRole(Role.Procurer), Ct);
        await BreaksAsync(Rule.LinkNotValid, () => confirming.SaveUseAsync(Ct));
        test.NewScope();
        Assert.Null((await test.Db.Users.SingleAsync(u => u.Id == user.Id, Ct)).PasswordHash);
    }

    private static Task<Guid> InviteAsync(CoreTest test, string email, params StaffRole[] roles) =>
        test.Get<UserService>().InviteAsync(new() { Email = email, DisplayName = "Asp Medarbetare", Roles = roles }, Ct);

    private static async Task<Guid> ActiveAsync(CoreTest test, string email)
    {
        var id = await InviteAsync(test, email, new StaffRole(Role.Administrator));
        var user = await test.Db.Users.SingleAsync(u => u.Id == id, Ct);
        user.SetPassword(Password, test.Get<IPasswordHasher<User>>());
        user.ConfirmEmail();
        await test.Db.SaveChangesAsync(Ct);
        return id;
    }

    private static async Task BreaksAsync(Rule rule, Func<Task> act) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBreachException>(act)).Rule);
}
