using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

public class WorkplacePageTests(PortalApp app) : IClassFixture<PortalApp>
{
    private Stage Stage => new(app.Database, app.Clock);

    private static Dictionary<string, string?> Card() => new()
    {
        ["Workplace.Name"] = "Lagret",
        ["Workplace.StreetAddress"] = "Hamngatan 2",
        ["Workplace.PostalCode"] = "58222",
        ["Workplace.City"] = "Linköping",
        ["Workplace.ContactName"] = "Kim Kontakt",
        ["Workplace.Employees"] = "12",
        ["Workplace.ClosedWeeks"] = "28–31",
        ["Workplace.Ceiling"] = "3",
        ["Workplace.CeilingIsHard"] = "true",
    };

    private async Task<(Workplace Workplace, HttpClient Client)> EmployerAsync()
    {
        var workplace = await Stage.WorkplaceAsync(supervisorCeiling: 2);
        return (workplace, await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId));
    }

    [Fact]
    public async Task A_workplace_is_added_with_closed_weeks_and_ceiling()
    {
        var (workplace, client) = await EmployerAsync();
        using var answer = await client.PostFormAsync("/arbetsgivare/arbetsplatser/ny", Card());
        Assert.Equal("/arbetsgivare/arbetsplatser", answer.Headers.Location?.OriginalString);
        var saved = await app.ReadAsync(db => db.Workplaces.SingleAsync(w => w.EmployerId == workplace.EmployerId && w.Name == "Lagret"));
        Assert.Equal(("28-31", 3, true), (saved.ClosedWeeks.ToString(), saved.EffectiveCeiling, saved.CeilingIsHard));
        var list = (await client.GetPageAsync("/arbetsgivare/arbetsplatser")).MainText();
        Assert.Contains("Arbetsplatsen är tillagd.", list, StringComparison.Ordinal);
        Assert.Contains("Vecka 28–31", list, StringComparison.Ordinal);
        Assert.Contains("Saknar e-post", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_changed_and_an_older_form_is_refused()
    {
        var (workplace, client) = await EmployerAsync();
        var url = $"/arbetsgivare/arbetsplatser/{workplace.Id}/andra";
        var old = await client.GetPageAsync(url);
        using var answer = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Workplace.Name"] = "Nya butiken", ["Workplace.Ceiling"] = "" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await app.ReadAsync(db => db.Workplaces.SingleAsync(w => w.Id == workplace.Id));
        Assert.Equal(("Nya butiken", null, 5), (saved.Name, saved.Ceiling, saved.EffectiveCeiling));

        using var late = await client.PostFormAsync(old, url, new Dictionary<string, string?> { ["Workplace.Name"] = "För sent" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Theory]
    [InlineData("Workplace.Name", "", "Fyll i uppgiften")]
    [InlineData("Workplace.ClosedWeeks", "i juli", "Skriv veckornas nummer")]
    [InlineData("Workplace.Ceiling", "0", "mellan 1 och 1000")]
    [InlineData("Workplace.ContactPhone", "ring mig", "Telefonnumret ser inte rätt ut")]
    [InlineData("Workplace.ExtractRequired", "true", "Ange vilken lag som kräver utdraget")]
    public async Task A_refused_field_says_why_and_what_was_typed_stays(string field, string value, string message)
    {
        var (_, client) = await EmployerAsync();
        var card = Card();
        card[field] = value;
        using var answer = await client.PostFormAsync("/arbetsgivare/arbetsplatser/ny", card);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(message, page.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Hamngatan 2", page.QuerySelector("[name='Workplace.StreetAddress']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_supervisor_is_added_changed_and_leaves()
    {
        var (workplace, client) = await EmployerAsync();
        using var added = await client.PostFormAsync($"/arbetsgivare/arbetsplatser/{workplace.Id}/handledare",
            new Dictionary<string, string?> { ["Supervisor.Name"] = "Alex Ny", ["Supervisor.Ceiling"] = "1" });
        Assert.Equal("/arbetsgivare/arbetsplatser", added.Headers.Location?.OriginalString);
        var id = await app.ReadAsync(db => db.Supervisors.Where(s => s.Name == "Alex Ny" && s.WorkplaceId == workplace.Id).Select(s => s.Id).SingleAsync());
        var url = $"/arbetsgivare/arbetsplatser/{workplace.Id}/handledare/{id}";

        using var nameless = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Supervisor.Name"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        using var changed = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Supervisor.Phone"] = "070-174 06 05" });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        using var left = await client.PostFormAsync(url, button: "Inte längre handledare");
        Assert.Equal("/arbetsgivare/arbetsplatser", left.Headers.Location?.OriginalString);
        var saved = await app.ReadAsync(db => db.Supervisors.SingleAsync(s => s.Id == id));
        Assert.Equal(("070-174 06 05", false), (saved.Phone, saved.IsActive));
        Assert.Null((await client.GetPageAsync("/arbetsgivare/platser/ny/praktik")).QuerySelector($"option[value='{id}']"));

        using var back = await client.PostFormAsync(url, button: "Handledare igen");
        Assert.True(await app.ReadAsync(db => db.Supervisors.Where(s => s.Id == id).Select(s => s.DeactivatedAt == null).SingleAsync()));
    }

    [Fact]
    public async Task Who_speaks_for_two_employers_says_whose_the_workplace_is()
    {
        var (mine, second, others) = (await Stage.WorkplaceAsync(), await Stage.WorkplaceAsync(), await Stage.WorkplaceAsync());
        var (user, _) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.EmployerAdmin], employerId: mine.EmployerId);
        await app.ReadAsync(async db =>
        {
            db.RoleGrants.Add(new RoleGrant(user.Id, Role.EmployerAdmin, employerId: second.EmployerId));
            return await db.SaveChangesAsync();
        });
        using var client = app.SignedIn(user.Id);
        using var unsaid = await client.PostFormAsync("/arbetsgivare/arbetsplatser/ny", Card());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);

        var card = Card();
        card["EmployerId"] = others.EmployerId.ToString();
        using var foreign = await client.PostFormAsync("/arbetsgivare/arbetsplatser/ny", card);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        card["EmployerId"] = second.EmployerId.ToString();
        using var right = await client.PostFormAsync("/arbetsgivare/arbetsplatser/ny", card);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }
}
