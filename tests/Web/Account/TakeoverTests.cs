using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Employer;
using EnVagUt.Tests.Web.Visitor;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Account;

/// <summary>
/// An outsider registers an employer with somebody else's address and a password of the outsider's own. Whatever the
/// owner of the address and the portal's administrators do afterwards, that password opens nothing.
/// </summary>
public class TakeoverTests(PatientPortal app) : IClassFixture<PatientPortal>
{
    private const string Outsiders = "en lastbil och tre broar";
    private const string Owners = "granris under takås";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_staff_role_given_to_the_outsiders_account_shuts_the_outsider_out()
    {
        var account = await OutsiderRegistersAsync();
        using var owner = app.Visitor();
        var confirm = await app.LinkAsync("bekrafta-epost", account.Email);
        var opened = await owner.GetPageAsync(confirm);

        using var admin = await app.SignInAsAsync(Role.Administrator);
        using var given = await admin.PostFormAsync($"/admin/anvandare/{account.Id}/roll", Accounts.Fields(("Role", "Administrator")));
        var shown = await admin.GetPageAsync(given.Headers.Location!.ToString());
        Assert.Contains("har fått en inbjudan", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Inbjuden", shown.MainText(), StringComparison.Ordinal);
        await AssertShutOutAsync(account);

        // the owner presses the button of the registration's letter, even knowing the outsider's password
        using var pressed = await owner.PostFormAsync(opened, confirm, Accounts.Fields(("Password", Outsiders)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, pressed.StatusCode);
        await AssertShutOutAsync(account);

        await OwnerAcceptsAsync("inbjudan-medarbetare", account.Email);
        await AssertShutOutAsync(account);
        using var signedIn = await owner.SignInAsync(account.Email, Owners);
        using var home = await owner.GetAsync(signedIn.Headers.Location, Ct);
        Assert.Equal("/konto/tvastegs", home.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_administrators_invitation_takes_the_outsiders_account_over()
    {
        var account = await OutsiderRegistersAsync();
        using var admin = await app.SignInAsAsync(Role.Administrator);
        using var invited = await admin.PostFormAsync("/admin/anvandare/ny", Accounts.Fields(
            ("Email", account.Email), ("DisplayName", "Rönn Medarbetare"), ("Granted", "Procurer")));
        Assert.Equal($"/admin/anvandare/{account.Id}", invited.Headers.Location!.ToString());
        await AssertShutOutAsync(account);

        await OwnerAcceptsAsync("inbjudan-medarbetare", account.Email);
        await AssertShutOutAsync(account);
        var taken = await app.ReadAsync(db => db.Users.SingleAsync(u => u.Id == account.Id, Ct));
        Assert.Equal(("Rönn Medarbetare", true), (taken.DisplayName, taken.EmailConfirmed));
    }

    [Fact]
    public async Task The_owner_who_presses_the_button_without_the_password_confirms_nothing()
    {
        var account = await OutsiderRegistersAsync();
        using var owner = app.Visitor();
        var link = await app.LinkAsync("bekrafta-epost", account.Email);
        foreach (var password in new[] { "", Owners })
        {
            using var refused = await owner.PostFormAsync(link, Accounts.Fields(("Password", password)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        Assert.False(await app.ReadAsync(db => db.Users.Where(u => u.Id == account.Id).Select(u => u.EmailConfirmed).SingleAsync(Ct)));
        await AssertCannotSignInAsync(account.Email);
    }

    [Fact]
    public async Task A_new_password_chosen_by_the_owner_shuts_the_outsider_out()
    {
        var account = await OutsiderRegistersAsync();
        using var owner = app.Visitor();
        (await owner.PostFormAsync("/konto/glomt-losenord", Accounts.Fields(("Email", account.Email)))).Dispose();
        using var chosen = await owner.PostFormAsync(await app.LinkAsync("nytt-losenord", account.Email),
            Accounts.Fields(("Password", Owners), ("Repeat", Owners)));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        await AssertShutOutAsync(account);
    }

    [Fact]
    public async Task An_employers_invitation_takes_the_outsiders_account_over_when_it_is_accepted()
    {
        var account = await OutsiderRegistersAsync();
        var employer = (await new Stage(app.Database, app.Clock).WorkplaceAsync()).EmployerId;
        using var admin = await app.SignInAsAsync(Role.EmployerAdmin, employerId: employer);
        using var invited = await admin.PostFormAsync("/arbetsgivare/kollegor/ny", Accounts.Fields(
            ("Email", account.Email), ("DisplayName", "Hassel Kollega"), ("Role", "EmployerReader")));
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        await AssertCannotSignInAsync(account.Email);

        await OwnerAcceptsAsync("inbjudan-kollega", account.Email);
        await AssertShutOutAsync(account);
    }

    [Fact]
    public async Task A_role_given_to_a_confirmed_account_leaves_its_password_alone()
    {
        var user = await app.AddEmployerAsync();
        using var admin = await app.SignInAsAsync(Role.Administrator);
        (await admin.PostFormAsync($"/admin/anvandare/{user.Id}/roll", Accounts.Fields(("Role", "Procurer")))).Dispose();
        using var client = app.Visitor();
        using var signedIn = await client.SignInAsync(user.Email!);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(0, await app.ReadAsync(db => db.Mail.CountAsync(m => m.To == user.Email && m.Template == "inbjudan-medarbetare", Ct)));
    }

    [Fact]
    public async Task Whoever_registered_confirms_with_the_password_and_is_signed_in()
    {
        var account = await OutsiderRegistersAsync(withMore: false);
        using var client = app.Visitor();
        using var confirmed = await client.PostFormAsync(await app.LinkAsync("bekrafta-epost", account.Email), Accounts.Fields(("Password", Outsiders)));
        Assert.Equal("/konto/hem", confirmed.Headers.Location!.ToString());
        using var home = await client.GetAsync(confirmed.Headers.Location, Ct);
        Assert.Contains("du är inloggad", (await client.GetPageAsync(home.Headers.Location!.ToString())).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <param name="withMore">With a second factor and a session, which no page gives an unconfirmed account.</param>
    private async Task<Outsider> OutsiderRegistersAsync(bool withMore = true)
    {
        var email = Accounts.NewEmail();
        using var outsider = app.Visitor();
        using var registered = await outsider.PostFormAsync("/arbetsgivare/registrera", RegistrationTests.Fields(email: email));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        return await app.InScopeAsync(async s =>
        {
            var user = await s.GetRequiredService<AppDb>().Users.SingleAsync(u => u.Email == email, Ct);
            if (withMore)
            {
                var users = s.GetRequiredService<UserManager<User>>();
                await users.ResetAuthenticatorKeyAsync(user);
                await users.SetTwoFactorEnabledAsync(user, true);
                await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 10);
            }
            return new Outsider(user.Id, email, await SessionCookie.MakeAsync(s, user));
        });
    }

    private async Task OwnerAcceptsAsync(string letter, string email)
    {
        using var owner = app.Visitor();
        using var accepted = await owner.PostFormAsync(await app.LinkAsync(letter, email), Accounts.Fields(("Password", Owners), ("Repeat", Owners)));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
    }

    private async Task AssertShutOutAsync(Outsider account)
    {
        await AssertCannotSignInAsync(account.Email);
        using var session = app.Visitor();
        session.DefaultRequestHeaders.Add("Cookie", account.Cookie);
        using var answer = await session.GetAsync("/konto", Ct);
        Assert.StartsWith("/konto/logga-in", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
        var (secondFactor, tokens) = await app.ReadAsync(async db => (
            await db.Users.Where(u => u.Id == account.Id).Select(u => u.TwoFactorEnabled).SingleAsync(Ct),
            await db.UserTokens.CountAsync(t => t.UserId == account.Id, Ct)));
        Assert.Equal((false, 0), (secondFactor, tokens));
    }

    private async Task AssertCannotSignInAsync(string email)
    {
        using var outsider = app.Visitor();
        using var refused = await outsider.SignInAsync(email, Outsiders);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private sealed record Outsider(Guid Id, string Email, string Cookie);
}
