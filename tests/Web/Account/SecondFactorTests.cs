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

public class SecondFactorTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string StaffPage = "/admin/anvandare";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_without_an_authenticator_are_led_to_setting_one_up_and_see_no_staff_page_before()
    {
        var user = await app.AddStaffAsync(Role.Administrator, withAuthenticator: false);
        using var client = app.Visitor();
        using var signedIn = await client.SignInAsync(user.Email!);
        using var home = await client.GetAsync(signedIn.Headers.Location, Ct);
        Assert.Equal("/konto/tvastegs", home.Headers.Location!.ToString());
        using var refused = await client.GetAsync(StaffPage, Ct);
        Assert.Equal($"/konto/tvastegs?till={Uri.EscapeDataString(StaffPage)}", refused.Headers.Location!.ToString());

        var setup = await client.GetPageAsync(refused.Headers.Location.ToString());
        Assert.NotNull(setup.QuerySelector("svg.qr path"));
        var key = setup.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var wrong = await client.PostFormAsync(setup, "/konto/tvastegs", Accounts.Fields(("Code", Accounts.WrongCode(key))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var again = await wrong.DocumentAsync();
        Assert.Contains(RuleText.Of(Rule.CodeWrong), again.MainText(), StringComparison.Ordinal);
        Assert.Equal(key, again.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));

        using var right = await client.PostFormAsync(again, "/konto/tvastegs", Accounts.Fields(("Code", Accounts.Code(key))));
        var codes = await client.GetPageAsync(right.Headers.Location!.ToString());
        Assert.Equal(10, codes.QuerySelectorAll(".codes code").Select(c => c.TextContent).Distinct().Count());
        Assert.Equal(StaffPage, codes.QuerySelector("main .buttons a")!.GetAttribute("href"));
        using var gone = await client.GetAsync(right.Headers.Location, Ct);
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        await client.GetPageAsync(StaffPage);
    }

    [Fact]
    public async Task Opening_the_set_up_page_saves_nothing()
    {
        var user = await app.AddStaffAsync(Role.Procurer, withAuthenticator: false);
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        await client.GetPageAsync("/konto/tvastegs");
        Assert.Equal(0, await app.ReadAsync(db => db.UserTokens.CountAsync(t => t.UserId == user.Id, Ct)));
    }

    [Fact]
    public async Task A_key_offered_to_one_account_cannot_be_turned_on_for_another()
    {
        var (one, other) = (await app.AddEmployerAsync(), await app.AddEmployerAsync());
        using var first = app.Visitor();
        using var second = app.Visitor();
        (await first.SignInAsync(one.Email!)).Dispose();
        (await second.SignInAsync(other.Email!)).Dispose();
        var offered = await first.GetPageAsync("/konto/tvastegs");
        var key = offered.QuerySelector("code.key")!.TextContent;
        var sealedKey = offered.QuerySelector("[name=Sealed]")!.GetAttribute("value");
        using var response = await second.PostFormAsync("/konto/tvastegs", Accounts.Fields(("Sealed", sealedKey), ("Code", Accounts.Code(key))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task Signing_in_takes_the_code()
    {
        var user = await app.AddStaffAsync(Role.Administrator);
        using var client = app.Visitor();
        using var first = await client.SignInAsync(user.Email!, returnTo: StaffPage);
        Assert.StartsWith("/konto/logga-in/kod", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var early = await client.GetAsync(StaffPage, Ct);
        Assert.Contains("/konto/logga-in", early.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var wrong = await client.PostFormAsync(first.Headers.Location.ToString(), Accounts.Fields(("Code", Accounts.WrongCode())));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(RuleText.Of(Rule.CodeWrong), (await wrong.DocumentAsync()).MainText(), StringComparison.Ordinal);
        using var right = await client.PostFormAsync(first.Headers.Location.ToString(), Accounts.Fields(("Code", Accounts.Code())));
        Assert.Equal(StaffPage, right.Headers.Location!.ToString());
        await client.GetPageAsync(StaffPage);
        Assert.Equal(["CodeRefused", "SignedIn"], (await app.VerbsAsync(user.Id)).TakeLast(2));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account()
    {
        var user = await app.AddStaffAsync(Role.Procurer);
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        var page = await client.GetPageAsync("/konto/logga-in/kod");
        for (var i = 0; i < 5; i++)
            (await client.PostFormAsync(page, "/konto/logga-in/kod", Accounts.Fields(("Code", Accounts.WrongCode())))).Dispose();
        using var right = await client.PostFormAsync(page, "/konto/logga-in/kod", Accounts.Fields(("Code", Accounts.Code())));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var user = await app.AddEmployerAsync();
        var codes = await TurnOnAsync(user);
        Assert.Equal(10, codes.Count);
        foreach (var (code, opens) in new[] { (codes[0], true), (codes[0], false), (codes[1].ToLowerInvariant(), true) })
        {
            using var client = app.Visitor();
            (await client.SignInAsync(user.Email!)).Dispose();
            using var response = await client.PostFormAsync("/konto/logga-in/aterstallningskod", Accounts.Fields(("Code", code)));
            Assert.Equal(opens ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, response.StatusCode);
            if (!opens)
                Assert.Contains(RuleText.Of(Rule.RecoveryCodeWrong), (await response.DocumentAsync()).MainText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wrong_recovery_codes_lock_the_account_too()
    {
        var user = await app.AddEmployerAsync();
        var codes = await TurnOnAsync(user);
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        var page = await client.GetPageAsync("/konto/logga-in/aterstallningskod");
        for (var i = 0; i < 5; i++)
            (await client.PostFormAsync(page, "/konto/logga-in/aterstallningskod", Accounts.Fields(("Code", $"AAAAA-0000{i}")))).Dispose();
        using var right = await client.PostFormAsync(page, "/konto/logga-in/aterstallningskod", Accounts.Fields(("Code", codes[0])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    [Fact]
    public async Task Neither_the_key_nor_the_recovery_codes_can_be_read_in_the_database()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        var page = await client.GetPageAsync("/konto/tvastegs");
        var key = page.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var on = await client.PostFormAsync(page, "/konto/tvastegs", Accounts.Fields(("Code", Accounts.Code(key))));
        var codes = (await client.GetPageAsync(on.Headers.Location!.ToString())).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        var stored = await app.ReadAsync(db => db.UserTokens.Where(t => t.UserId == user.Id).Select(t => t.Value).ToListAsync(Ct));
        Assert.Equal(2, stored.Count);
        Assert.All(stored, value => Assert.DoesNotContain(codes.Append(key), secret => value!.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_employer_may_turn_it_off_with_the_password_and_is_told_by_letter()
    {
        var user = await app.AddEmployerAsync();
        await TurnOnAsync(user);
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        var key = await app.InScopeAsync(async s =>
            await s.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>().GetAuthenticatorKeyAsync(
                await s.GetRequiredService<Core.Ground.Data.AppDb>().Users.SingleAsync(u => u.Id == user.Id, Ct)));
        (await client.PostFormAsync("/konto/logga-in/kod", Accounts.Fields(("Code", Accounts.Code(key))))).Dispose();

        using var wrong = await client.PostFormAsync("/konto/tvastegs/stang-av", Accounts.Fields(("Password", "fel lösenord alldeles")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var off = await client.PostFormAsync("/konto/tvastegs/stang-av", Accounts.Fields(("Password", Accounts.Password)));
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        await client.GetPageAsync("/konto");
        Assert.Equal(1, await app.ReadAsync(db => db.Mail.CountAsync(m => m.To == user.Email && m.Template == "tvastegs-av", Ct)));
        using var fresh = app.Visitor();
        using var signedIn = await fresh.SignInAsync(user.Email!);
        Assert.Equal("/konto/hem", signedIn.Headers.Location!.ToString());
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_useless()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        var old = await TurnOnAsync(user, client);
        using var renewed = await client.PostFormAsync("/konto/tvastegs/nya-koder", Accounts.Fields(("Password", Accounts.Password)));
        var codes = (await client.GetPageAsync(renewed.Headers.Location!.ToString())).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Empty(codes.Intersect(old));
        using var fresh = app.Visitor();
        (await fresh.SignInAsync(user.Email!)).Dispose();
        using var refused = await fresh.PostFormAsync("/konto/logga-in/aterstallningskod", Accounts.Fields(("Code", old[0])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    private async Task<List<string>> TurnOnAsync(User user, HttpClient? client = null)
    {
        client ??= app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        var page = await client.GetPageAsync("/konto/tvastegs");
        var key = page.QuerySelector("code.key")!.TextContent;
        using var on = await client.PostFormAsync(page, "/konto/tvastegs", Accounts.Fields(("Code", Accounts.Code(key))));
        return [.. (await client.GetPageAsync(on.Headers.Location!.ToString())).QuerySelectorAll(".codes code").Select(c => c.TextContent)];
    }
}
