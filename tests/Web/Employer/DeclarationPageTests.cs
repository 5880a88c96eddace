using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

public class DeclarationPageTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Page = "/arbetsgivare/forsakran", Overview = "/arbetsgivare/oversikt";

    [Fact]
    public async Task The_employer_is_asked_declares_and_is_asked_again_when_it_has_run_out()
    {
        var workplace = await new Stage(app.Database, app.Clock).WorkplaceAsync();
        using var client = await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        Assert.Contains("Lämna försäkran", (await client.GetPageAsync(Overview)).MainText(), StringComparison.Ordinal);
        Assert.Contains("försäkranSaknas", (await staff.GetPageAsync($"/foretag/{workplace.EmployerId}")).MainText(), StringComparison.Ordinal);

        using var unticked = await client.PostFormAsync(Page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unticked.StatusCode);
        Assert.Contains("Kryssa för att allt stämmer", (await unticked.DocumentAsync()).QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        using var declared = await client.PostFormAsync(Page, new Dictionary<string, string?> { ["Confirmed"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, declared.StatusCode);
        Assert.DoesNotContain("Lämna försäkran", (await client.GetPageAsync(Overview)).MainText(), StringComparison.Ordinal);
        var last = app.Clock.Today().AddMonths(12).AddDays(-1);
        Assert.Contains($"Gäller till och med den {last.Written()}", (await staff.GetPageAsync($"/foretag/{workplace.EmployerId}")).MainText(), StringComparison.Ordinal);

        app.Clock.SetStockholm(last.AddDays(1));
        Assert.Contains("Förnya försäkran", (await client.GetPageAsync(Overview)).MainText(), StringComparison.Ordinal);
        Assert.Contains($"Har gått ut den {last.Written()}", (await staff.GetPageAsync($"/foretag/{workplace.EmployerId}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_of_the_municipality_is_not_asked_whether_it_is_bankrupt()
    {
        var workplace = await new Stage(app.Database, app.Clock).WorkplaceAsync();
        using var client = await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        var paper = $"/foretag/{workplace.EmployerId}/forsakran";
        Assert.All(await TextsAsync(), text => Assert.Contains("konkurs", text, StringComparison.Ordinal));
        await app.ReadAsync(db => db.Employers.Where(e => e.Id == workplace.EmployerId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Sector, Sector.OwnMunicipality)));
        Assert.All(await TextsAsync(), text => Assert.DoesNotContain("konkurs", text, StringComparison.Ordinal));

        async Task<string[]> TextsAsync() => [(await client.GetPageAsync(Page)).MainText(), (await staff.GetPageAsync(paper)).MainText()];
    }

    [Fact]
    public async Task Another_employers_declaration_cannot_be_made()
    {
        var stage = new Stage(app.Database, app.Clock);
        var (own, others) = (await stage.WorkplaceAsync(), await stage.WorkplaceAsync());
        using var client = await app.SignInAsAsync(Role.EmployerAdmin, employerId: own.EmployerId);
        using var answer = await client.PostFormAsync(Page, new Dictionary<string, string?> { ["Confirmed"] = "true", ["EmployerId"] = others.EmployerId.ToString() });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await app.ReadAsync(db => db.EmployerDeclarations.AnyAsync(d => d.EmployerId == others.EmployerId)));
    }
}
