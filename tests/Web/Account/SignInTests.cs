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

public class SignInTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_opens_a_session_whose_cookie_scripts_cannot_read()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();

        using var response = await client.SignInAsync(user.Email!);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("inloggning=", StringComparison.Ordinal));
        foreach (var attribute in new[] { "httponly", "samesite=lax", "secure" })
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(user.Email!, (await client.GetPageAsync("/konto")).MainText(), StringComparison.Ordinal);
        Assert.Equal(["Registered", "SignedIn"], await app.VerbsAsync(user.Id));
    }

    [Fact]
    public async Task Nobody_learns_from_a_refusal_whether_there_is_an_account()
    {
        var known = await app.AddEmployerAsync();
        var unconfirmed = await app.AddEmployerAsync(confirmed: false);
        var invited = await app.InScopeAsync(s => s.GetRequiredService<UserService>().InviteAsync(
            new() { Email = Accounts.NewEmail(), DisplayName = "Inbjuden", Roles = [new(Role.Procurer)] }, Ct));
        var invitedEmail = await app.ReadAsync(db => db.Users.Where(u => u.Id == invited).Select(u => u.Email).SingleAsync(Ct));
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var email in new[] { Accounts.NewEmail(), known.Email, unconfirmed.Email, invitedEmail })
        {
            using var client = app.Visitor();
            using var response = await client.SignInAsync(email!, "fel lösenord alldeles");
            answers.Add((response.StatusCode, (await response.DocumentAsync()).MainText()));
        }
        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[0].Item1);
        Assert.Contains(RuleText.Of(Rule.SignInRefused), answers[0].Item2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_answer_stays_the_same()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        var answers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await client.SignInAsync(user.Email!, "fel lösenord alldeles");
            answers.Add((await wrong.DocumentAsync()).MainText());
        }
        using var right = await client.SignInAsync(user.Email!);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Single(answers.Append((await right.DocumentAsync()).MainText()).Distinct());
        var locked = await app.ReadAsync(db => db.Users.SingleAsync(u => u.Id == user.Id, Ct));
        Assert.InRange(locked.LockoutEnd!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(["Registered", "SignInFailed", "SignInFailed", "SignInFailed", "SignInFailed", "LockedOut", "SignInFailed"],
            await app.VerbsAsync(user.Id));
    }

    [Fact]
    public async Task Guesses_sent_at_the_same_time_are_all_counted()
    {
        var user = await app.AddEmployerAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var client = app.Visitor();
            using var response = await client.SignInAsync(user.Email!, "fel lösenord alldeles");
        }));
        using var visitor = app.Visitor();
        using var right = await visitor.SignInAsync(user.Email!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    [Fact]
    public async Task An_unconfirmed_address_is_told_only_with_the_right_password_and_gets_a_new_letter()
    {
        var user = await app.AddEmployerAsync(confirmed: false);
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        using var client = app.Visitor();
        using var response = await client.SignInAsync(user.Email!);
        Assert.Contains(RuleText.Of(Rule.EmailNotConfirmed), (await response.DocumentAsync()).MainText(), StringComparison.Ordinal);
        Assert.Equal(2, await app.ReadAsync(db => db.Mail.CountAsync(m => m.To == user.Email && m.Template == "bekrafta-epost", Ct)));
        using var closed = await client.GetAsync("/konto", Ct);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Theory]
    [InlineData("/konto/losenord", "/konto/losenord")]
    [InlineData("https://ond.exempel/", "/konto/hem")]
    [InlineData("//ond.exempel/", "/konto/hem")]
    [InlineData("/\\ond.exempel", "/konto/hem")]
    public async Task After_signing_in_one_is_led_only_to_pages_of_the_portal(string asked, string led)
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        using var response = await client.SignInAsync(user.Email!, returnTo: asked);
        Assert.Equal(led, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_protected_page_is_opened_after_signing_in()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        using var refused = await client.GetAsync("/konto/losenord", Ct);
        Assert.EndsWith("/konto/logga-in?till=%2Fkonto%2Flosenord", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var response = await client.PostFormAsync(refused.Headers.Location.PathAndQuery(), Accounts.Fields(("Email", user.Email), ("Password", Accounts.Password)));
        Assert.Equal("/konto/losenord", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_out_takes_a_button()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        await client.GetPageAsync("/konto/logga-ut");
        await client.GetPageAsync("/konto");
        using var signedOut = await client.PostFormAsync("/konto/logga-ut");
        using var closed = await client.GetAsync("/konto", Ct);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task A_deactivated_account_loses_its_session_at_once()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        await client.GetPageAsync("/konto");

        await app.InScopeAsync(async s => { await s.GetRequiredService<UserService>().DeactivateAsync(user.Id, Ct); return 0; });

        using var closed = await client.GetAsync("/konto", Ct);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using var again = await client.SignInAsync(user.Email!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session()
    {
        var user = await app.AddEmployerAsync();
        using var here = app.Visitor();
        using var there = app.Visitor();
        (await here.SignInAsync(user.Email!)).Dispose();
        (await there.SignInAsync(user.Email!)).Dispose();

        using var changed = await here.PostFormAsync("/konto/losenord",
            Accounts.Fields(("Current", Accounts.Password), ("Password", "granris under takås"), ("Repeat", "granris under takås")));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await here.GetPageAsync("/konto");
        using var closed = await there.GetAsync("/konto", Ct);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = app.Visitor();
        using var fields = new FormUrlEncodedContent(Accounts.Fields(("Email", "a@exempel.se"), ("Password", "x")).Select(f => KeyValuePair.Create(f.Key, f.Value!)));
        using var response = await client.PostAsync("/konto/logga-in", fields, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}

internal static class Locations
{
    public static string PathAndQuery(this Uri location) => location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
}
