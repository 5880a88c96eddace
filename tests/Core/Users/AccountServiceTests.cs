using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Users;

public sealed class AccountServiceTests
{
    private const string Password = "kvist tegel mossa";
    private const string NewPassword = "granris under takås";
    private static readonly Guid Employer = Guid.CreateVersion7();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_employers_account_its_role_and_its_letter_are_one_save()
    {
        await using var test = await CoreTest.StartAsync();
        var user = await test.Get<AccountService>().AddEmployerUserAsync("Anna.Ek@exempel.se", "Anna Ek", Password, Employer, Ct);
        Assert.Equal(0, await test.Database.Open().Users.CountAsync(Ct));

        await test.Db.SaveChangesAsync(Ct);

        await using var db = test.Database.Open();
        var saved = await db.Users.SingleAsync(Ct);
        Assert.Equal(user!.Id, saved.Id);
        Assert.False(saved.EmailConfirmed);
        var grant = await db.RoleGrants.SingleAsync(Ct);
        Assert.Equal((saved.Id, Role.EmployerAdmin, Employer), (grant.UserId, grant.Role, grant.EmployerId!.Value));
        Assert.Equal("bekrafta-epost", (await db.Mail.SingleAsync(Ct)).Template);
        Assert.Equal("Registered", (await db.History.SingleAsync(Ct)).Verb);
    }

    [Fact]
    public async Task A_taken_address_gives_no_account_but_a_letter_to_its_owner_once_a_day()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        for (var i = 0; i < 2; i++)
        {
            test.NewScope();
            Assert.Null(await test.Get<AccountService>().AddEmployerUserAsync("ANNA.EK@exempel.se", "Någon", Password, Guid.CreateVersion7(), Ct));
            await test.Db.SaveChangesAsync(Ct);
        }

        Assert.Equal(1, await test.Db.Users.CountAsync(Ct));
        Assert.Equal(1, await test.Db.RoleGrants.CountAsync(Ct));
        Assert.Equal(1, await test.Db.Mail.CountAsync(m => m.Template == "konto-finns", Ct));
    }

    [Fact]
    public async Task The_link_confirms_the_address_once()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        var secret = await Links.SecretAsync(test, "bekrafta-epost");
        await test.Get<AccountService>().ConfirmEmailAsync(secret, Password, Ct);
        test.NewScope();
        Assert.True((await test.Db.Users.SingleAsync(Ct)).EmailConfirmed);

        var again = await Assert.ThrowsAsync<RuleBreachException>(() => test.Get<AccountService>().ConfirmEmailAsync(secret, Password, Ct));
        Assert.Equal(Rule.LinkNotValid, again.Rule);
    }

    [Fact]
    public async Task The_link_without_the_password_that_was_chosen_confirms_nothing_and_still_works_after()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        var secret = await Links.SecretAsync(test, "bekrafta-epost");
        var wrong = await Assert.ThrowsAsync<RuleBreachException>(() => test.Get<AccountService>().ConfirmEmailAsync(secret, NewPassword, Ct));
        Assert.Equal((Rule.PasswordWrong, "Password"), (wrong.Rule, wrong.Field));
        test.NewScope();
        Assert.False((await test.Db.Users.AsNoTracking().SingleAsync(Ct)).EmailConfirmed);
        await test.Get<AccountService>().ConfirmEmailAsync(secret, Password, Ct);
    }

    [Theory]
    [InlineData(71, true)]
    [InlineData(72, false)]
    public async Task The_link_that_confirms_lasts_72_hours(int hours, bool works)
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        test.Clock.Advance(TimeSpan.FromHours(hours));
        var secret = await Links.SecretAsync(test, "bekrafta-epost");
        var breach = await Record.ExceptionAsync(() => test.Get<AccountService>().ConfirmEmailAsync(secret, Password, Ct));
        Assert.Equal(works, breach is null);
    }

    [Fact]
    public async Task A_link_works_only_for_what_it_was_made_for()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        var secret = await Links.SecretAsync(test, "bekrafta-epost");
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => test.Get<AccountService>().SetNewPasswordAsync(secret, NewPassword, Ct));
        Assert.Equal(Rule.LinkNotValid, breach.Rule);
    }

    [Fact]
    public async Task The_secret_of_a_link_is_not_in_its_row()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        var secret = await Links.SecretAsync(test, "bekrafta-epost");
        var row = await test.Db.LoginTokens.SingleAsync(Ct);
        Assert.Equal(LinkSecret.HashOf(secret), row.Hash);
        Assert.DoesNotContain(secret, row.Hash, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_the_newest_link_within_an_hour()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        await test.Get<AccountService>().ForgotPasswordAsync("anna.ek@exempel.se", Ct);
        var secret = await Links.SecretAsync(test, "nytt-losenord");
        test.Clock.Advance(TimeSpan.FromMinutes(59));
        test.NewScope();
        var before = (await test.Db.Users.AsNoTracking().SingleAsync(Ct)).SecurityStamp;

        await test.Get<AccountService>().SetNewPasswordAsync(secret, NewPassword, Ct);

        test.NewScope();
        var user = await test.Db.Users.SingleAsync(Ct);
        Assert.NotEqual(PasswordVerificationResult.Failed,
            test.Get<IPasswordHasher<User>>().VerifyHashedPassword(user, user.PasswordHash!, NewPassword));
        Assert.NotEqual(before, user.SecurityStamp);
        Assert.True(user.EmailConfirmed);
        Assert.Equal(1, await test.Db.Mail.CountAsync(m => m.Template == "losenord-andrat", Ct));
        var again = await Assert.ThrowsAsync<RuleBreachException>(() => test.Get<AccountService>().SetNewPasswordAsync(secret, NewPassword, Ct));
        Assert.Equal(Rule.LinkNotValid, again.Rule);
    }

    [Fact]
    public async Task A_link_for_a_new_password_is_dead_after_an_hour()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        await test.Get<AccountService>().ForgotPasswordAsync("anna.ek@exempel.se", Ct);
        test.Clock.Advance(TimeSpan.FromHours(1));
        var secret = await Links.SecretAsync(test, "nytt-losenord");
        await Assert.ThrowsAsync<RuleBreachException>(() => test.Get<AccountService>().SetNewPasswordAsync(secret, NewPassword, Ct));
    }

    [Fact]
    public async Task An_unknown_address_is_written_to_history_and_gets_no_letter()
    {
        await using var test = await CoreTest.StartAsync();
        await test.Get<AccountService>().ForgotPasswordAsync("finns.inte@exempel.se", Ct);
        Assert.Equal(0, await test.Db.Mail.CountAsync(Ct));
        Assert.Equal("NewPasswordAsked", (await test.Db.History.SingleAsync(Ct)).Verb);
    }

    [Fact]
    public async Task Asking_again_and_again_sends_one_letter_in_five_minutes()
    {
        await using var test = await CoreTest.StartAsync();
        await RegisterAsync(test);
        foreach (var minutes in (int[])[0, 2, 2, 2])
        {
            test.Clock.Advance(TimeSpan.FromMinutes(minutes));
            test.NewScope();
            await test.Get<AccountService>().ForgotPasswordAsync("anna.ek@exempel.se", Ct);
        }
        Assert.Equal(2, await test.Db.Mail.CountAsync(m => m.Template == "nytt-losenord", Ct));
    }

    [Fact]
    public async Task Of_two_who_use_a_link_at_the_same_time_one_is_refused()
    {
        await using var test = await CoreTest.StartInFileAsync();
        await RegisterAsync(test);
        var secret = await Links.SecretAsync(test, "bekrafta-epost");
        var first = test.Get<LoginTokens>();
        await first.UseAsync(secret, LoginPurpose.ConfirmEmail, Ct);
        test.NewScope();
        await test.Get<AccountService>().ConfirmEmailAsync(secret, Password, Ct);
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => first.SaveUseAsync(Ct));
        Assert.Equal(Rule.LinkNotValid, breach.Rule);
    }

    [Fact]
    public async Task Changing_the_password_takes_the_present_one()
    {
        await using var test = await CoreTest.StartAsync();
        var user = await RegisterAsync(test);
        test.Viewer.BecomeUser(user.Id, []);
        var wrong = await Assert.ThrowsAsync<RuleBreachException>(() => test.Get<AccountService>().ChangePasswordAsync("fel lösenord helt", NewPassword, Ct));
        Assert.Equal((Rule.PasswordWrong, "Current"), (wrong.Rule, wrong.Field));
        await test.Get<AccountService>().ChangePasswordAsync(Password, NewPassword, Ct);
        Assert.Equal(1, await test.Db.Mail.CountAsync(m => m.Template == "losenord-andrat", Ct));
    }

    private static async Task<User> RegisterAsync(CoreTest test)
    {
        var user = await test.Get<AccountService>().AddEmployerUserAsync("anna.ek@exempel.se", "Anna Ek", Password, Employer, Ct);
        await test.Db.SaveChangesAsync(Ct);
        test.NewScope();
        return user!;
    }
}
