using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Account;

/// <summary>The administrator's users and the employer's colleagues, through the pages.</summary>
public class UserPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_invites_finds_and_deactivates_a_colleague()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        var email = $"videung.{Guid.NewGuid():N}@exempel.se";
        using var invited = await admin.PostFormAsync("/admin/anvandare/ny", Accounts.Fields(
            ("Email", email), ("DisplayName", "Videung Lärkträd"), ("Granted", "Coordinator"), ("Grenar", "Skola"), ("ProtectedIdentities", "true")));
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        var url = invited.Headers.Location!.ToString();
        Assert.Contains("Samordnare Skola, även skyddade personuppgifter", (await admin.GetPageAsync(url)).MainText(), StringComparison.Ordinal);

        var list = await admin.GetPageAsync("/admin/anvandare?Search=l%C3%A4rk");
        Assert.Equal("lärk", list.QuerySelector("[role=search] [name=Search]")!.GetAttribute("value"));
        Assert.Contains("Videung Lärkträd", list.MainText(), StringComparison.Ordinal);
        Assert.Contains("Inbjuden", list.MainText(), StringComparison.Ordinal);
        Assert.Contains("Ingen användare hittades", (await admin.GetPageAsync("/admin/anvandare?Search=finnsejalls")).MainText(), StringComparison.Ordinal);

        (await admin.PostFormAsync(url, button: "Stäng av kontot")).Dispose();
        Assert.Contains("Avstängd", (await admin.GetPageAsync(url)).MainText(), StringComparison.Ordinal);
        (await admin.PostFormAsync(url, button: "Öppna kontot igen")).Dispose();
        Assert.DoesNotContain("Avstängd", (await admin.GetPageAsync(url)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_added_and_withdrawn_and_the_refusals_are_explained()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        var user = await app.AddStaffAsync(Role.Procurer);
        var url = $"/admin/anvandare/{user.Id}";
        using var noGren = await admin.PostFormAsync(url + "/roll", Accounts.Fields(("Role", "Coordinator")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noGren.StatusCode);
        Assert.Contains("Välj vilken verksamhetsgren", (await noGren.DocumentAsync()).MainText(), StringComparison.Ordinal);
        using var twice = await admin.PostFormAsync(url + "/roll", Accounts.Fields(("Role", "Procurer")));
        Assert.Contains("har redan den rollen", (await twice.DocumentAsync()).MainText(), StringComparison.Ordinal);

        using var added = await admin.PostFormAsync(url + "/roll", Accounts.Fields(("Role", "Coordinator"), ("Gren", "Kaa")));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var grant = await app.ReadAsync(db => db.RoleGrants.SingleAsync(g => g.UserId == user.Id && g.Role == Role.Coordinator, Ct));
        (await admin.PostFormAsync(url, Accounts.Fields(("grantId", grant.Id.ToString())), "Ta bort rollen")).Dispose();
        Assert.Equal([Role.Procurer], await app.ReadAsync(db => db.RoleGrants.Where(g => g.UserId == user.Id).Select(g => g.Role).ToListAsync(Ct)));
    }

    [Fact]
    public async Task An_administrator_is_told_that_an_address_is_taken()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        var user = await app.AddEmployerAsync();
        using var refused = await admin.PostFormAsync("/admin/anvandare/ny", Accounts.Fields(("Email", user.Email), ("DisplayName", "X"), ("Granted", "Procurer")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("används redan", (await refused.DocumentAsync()).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_resets_the_second_factor_of_somebody_who_has_lost_the_telephone()
    {
        using var admin = await app.SignInAsAsync(Role.Administrator);
        var user = await app.AddStaffAsync(Role.Procurer);
        (await admin.PostFormAsync($"/admin/anvandare/{user.Id}", button: "Återställ tvåstegsverifieringen")).Dispose();
        using var client = app.Visitor();
        using var signedIn = await client.SignInAsync(user.Email!);
        using var home = await client.GetAsync(signedIn.Headers.Location, Ct);
        Assert.Equal("/konto/tvastegs", home.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_employer_invites_a_colleague_who_joins_and_is_removed()
    {
        var employer = (await new Stage(app.Database, app.Clock).WorkplaceAsync()).EmployerId;
        using var admin = await app.SignInAsAsync(Role.EmployerAdmin, employerId: employer);
        var email = Accounts.NewEmail();
        using var invited = await admin.PostFormAsync("/arbetsgivare/kollegor/ny", Accounts.Fields(
            ("Email", email), ("DisplayName", "Hassel Kollega"), ("Role", "EmployerSupervisor")));
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        Assert.Contains("Hassel Kollega", (await admin.GetPageAsync("/arbetsgivare/kollegor")).MainText(), StringComparison.Ordinal);

        using var colleague = app.Visitor();
        using var joined = await colleague.PostFormAsync(await app.LinkAsync("inbjudan-kollega", email),
            Accounts.Fields(("Password", Accounts.Password), ("Repeat", Accounts.Password)));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        (await colleague.SignInAsync(email)).Dispose();
        Assert.Contains("Handledare", (await colleague.GetPageAsync("/konto")).MainText(), StringComparison.Ordinal);

        var grant = await app.ReadAsync(db => db.RoleGrants.SingleAsync(g => g.EmployerId == employer && g.Role == Role.EmployerSupervisor, Ct));
        (await admin.PostFormAsync("/arbetsgivare/kollegor", Accounts.Fields(("grantId", grant.Id.ToString())), "Ta bort")).Dispose();
        Assert.Contains("ingen roll", (await colleague.GetPageAsync("/konto")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_employer_that_is_not_approved_is_told_to_wait_and_sends_no_letter()
    {
        var employer = (await new Stage(app.Database, app.Clock).WorkplaceAsync(approved: false)).EmployerId;
        using var admin = await app.SignInAsAsync(Role.EmployerAdmin, employerId: employer);
        Assert.Contains("när vi har godkänt den", (await admin.GetPageAsync("/arbetsgivare/kollegor/ny")).MainText(), StringComparison.Ordinal);
        var email = Accounts.NewEmail();
        using var refused = await admin.PostFormAsync("/arbetsgivare/kollegor/ny", Accounts.Fields(
            ("Email", email), ("DisplayName", "Hassel Kollega"), ("Role", "EmployerReader")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.DocumentAsync();
        Assert.Contains("Ni kan bjuda in kollegor när vi har godkänt er registrering", page.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((email, "Hassel Kollega"), (page.QuerySelector("[name=Email]")!.GetAttribute("value"), page.QuerySelector("[name=DisplayName]")!.GetAttribute("value")));
        Assert.False(await app.ReadAsync(db => db.Mail.AnyAsync(m => m.To == email, Ct)));
        Assert.False(await app.ReadAsync(db => db.Users.AnyAsync(u => u.Email == email, Ct)));
    }

    [Fact]
    public async Task The_sixth_invitation_to_one_address_is_refused_with_what_was_typed()
    {
        var employer = (await new Stage(app.Database, app.Clock).WorkplaceAsync()).EmployerId;
        using var admin = await app.SignInAsAsync(Role.EmployerAdmin, employerId: employer);
        var fields = Accounts.Fields(("Email", Accounts.NewEmail()), ("DisplayName", "Hassel Kollega"), ("Role", "EmployerReader")).ToList();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await admin.PostFormAsync("/arbetsgivare/kollegor/ny", fields)).StatusCode);
        using var refused = await admin.PostFormAsync("/arbetsgivare/kollegor/ny", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.DocumentAsync();
        Assert.Contains("flera inbjudningar det senaste dygnet", page.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(fields[0].Value, page.QuerySelector("[name=Email]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_employers_colleagues_are_neither_seen_nor_removed()
    {
        var stage = new Stage(app.Database, app.Clock);
        var (one, other) = ((await stage.WorkplaceAsync()).EmployerId, (await stage.WorkplaceAsync()).EmployerId);
        var (reader, grants) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.EmployerReader], employerId: one);
        using var stranger = await app.SignInAsAsync(Role.EmployerAdmin, employerId: other);
        var page = await stranger.GetPageAsync("/arbetsgivare/kollegor");
        Assert.DoesNotContain(reader.Email!, page.MainText(), StringComparison.Ordinal);
        foreach (var employerId in new[] { one, other })
        {
            using var refused = await stranger.PostFormAsync(page, "/arbetsgivare/kollegor",
                Accounts.Fields(("employerId", employerId.ToString()), ("grantId", grants[0].Id.ToString())), "Ta bort");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    [Fact]
    public async Task An_employer_cannot_hand_out_staff_roles()
    {
        var employer = (await new Stage(app.Database, app.Clock).WorkplaceAsync()).EmployerId;
        using var admin = await app.SignInAsAsync(Role.EmployerAdmin, employerId: employer);
        using var refused = await admin.PostFormAsync("/arbetsgivare/kollegor/ny", Accounts.Fields(
            ("Email", Accounts.NewEmail()), ("DisplayName", "X"), ("Role", "Administrator")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task The_own_name_can_be_changed()
    {
        var user = await app.AddEmployerAsync();
        using var client = app.Visitor();
        (await client.SignInAsync(user.Email!)).Dispose();
        (await client.PostFormAsync("/konto", Accounts.Fields(("DisplayName", "Rönn Nytt Namn")))).Dispose();
        Assert.Equal("Rönn Nytt Namn", await app.ReadAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.DisplayName).SingleAsync(Ct)));
        using var admin = await app.SignInAsAsync(Role.Administrator);
        Assert.Contains("Rönn Nytt Namn", (await admin.GetPageAsync("/admin/anvandare?Search=r%C3%B6nn+nytt")).MainText(), StringComparison.Ordinal);
    }
}
