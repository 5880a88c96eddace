using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Account;

/// <summary>Pages that letters lead to: opening them changes nothing, their button works once and in time.</summary>
public class LinkTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string NewPassword = "granris under takås";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_address_is_confirmed_by_the_button_and_not_by_opening_the_link()
    {
        var user = await app.AddEmployerAsync(confirmed: false);
        var link = await app.LinkAsync("bekrafta-epost", user.Email!);
        using var client = app.Visitor();
        await client.GetPageAsync(link);
        await client.GetPageAsync(link);
        Assert.False(await ConfirmedAsync(user.Id));

        using var confirmed = await client.PostFormAsync(link, Accounts.Fields(("Password", Accounts.Password)));
        Assert.True(await ConfirmedAsync(user.Id));
        using var signedIn = await client.SignInAsync(user.Email!);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains("gäller inte längre", (await client.GetPageAsync(link)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_has_been_used_does_nothing_more()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        (await client.PostFormAsync("/konto/glomt-losenord", Accounts.Fields(("Email", user.Email)))).Dispose();
        var link = await app.LinkAsync("nytt-losenord", user.Email!);
        var page = await client.GetPageAsync(link);
        using var first = await client.PostFormAsync(page, link, Passwords(NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await client.PostFormAsync(page, link, Passwords("fjärran lada i dimma"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        using var signedIn = await client.SignInAsync(user.Email!, NewPassword);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task A_link_for_a_new_password_is_too_old_after_an_hour()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        (await client.PostFormAsync("/konto/glomt-losenord", Accounts.Fields(("Email", user.Email)))).Dispose();
        var link = await app.LinkAsync("nytt-losenord", user.Email!);
        var page = await client.GetPageAsync(link);
        app.Clock.Advance(TimeSpan.FromHours(1));
        using var late = await client.PostFormAsync(page, link, Passwords(NewPassword));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("gäller inte längre", (await late.DocumentAsync()).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_a_new_password_is_answered_alike_whether_there_is_an_account_or_not()
    {
        var user = await app.AddEmployerAsync();
        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (var email in new[] { user.Email, Accounts.NewEmail() })
        {
            using var client = app.Visitor();
            using var response = await client.PostFormAsync("/konto/glomt-losenord", Accounts.Fields(("Email", email)));
            answers.Add((response.StatusCode, response.Headers.Location!.ToString(), (await client.GetPageAsync(response.Headers.Location!.ToString())).MainText()));
        }
        Assert.Single(answers.Distinct());
        Assert.Equal(1, await app.ReadAsync(db => db.Mail.CountAsync(m => m.To == user.Email && m.Template == "nytt-losenord", Ct)));
    }

    [Theory]
    [InlineData("Sommar2026!!", "Sommar2026!!", Rule.PasswordCommon)]
    [InlineData("för kort", "för kort", Rule.PasswordTooShort)]
    [InlineData(NewPassword, "någonting annat än så", Rule.PasswordsDiffer)]
    public async Task A_bad_choice_of_password_is_explained_and_the_link_still_works(string password, string repeat, Rule rule)
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        (await client.PostFormAsync("/konto/glomt-losenord", Accounts.Fields(("Email", user.Email)))).Dispose();
        var link = await app.LinkAsync("nytt-losenord", user.Email!);
        using var refused = await client.PostFormAsync(link, Accounts.Fields(("Password", password), ("Repeat", repeat)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(RuleText.Of(rule, PasswordRules.MinLength, PasswordRules.MaxLength), (await refused.DocumentAsync()).MainText(), StringComparison.Ordinal);
        using var accepted = await client.PostFormAsync(link, Passwords(NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
    }

    [Fact]
    public async Task Invited_staff_choose_a_password_and_go_on_to_the_second_factor()
    {
        var id = await app.InScopeAsync(s => s.GetRequiredService<UserService>().InviteAsync(
            new() { Email = Accounts.NewEmail(), DisplayName = "Asp", Roles = [new(Role.Procurer)] }, Ct));
        var email = await app.ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.Email!).SingleAsync(Ct));
        var link = await app.LinkAsync("inbjudan-medarbetare", email);
        using var client = app.Visitor();
        await client.GetPageAsync(link);
        Assert.Null(await app.ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.PasswordHash).SingleAsync(Ct)));
        using var empty = await client.PostFormAsync(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var accepted = await client.PostFormAsync(link, Passwords(NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        using var signedIn = await client.SignInAsync(email, NewPassword);
        using var home = await client.GetAsync(signedIn.Headers.Location, Ct);
        Assert.Equal("/konto/tvastegs", home.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Pages_with_a_key_send_it_nowhere_and_are_not_kept()
    {
        var user = await app.AddEmployerAsync(confirmed: false);
        using var client = app.Visitor();
        using var response = await client.GetAsync(await app.LinkAsync("bekrafta-epost", user.Email!), Ct);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Passwords(string password) => Accounts.Fields(("Password", password), ("Repeat", password));

    private Task<bool> ConfirmedAsync(Guid id) => app.ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.EmailConfirmed).SingleAsync(Ct));
}
