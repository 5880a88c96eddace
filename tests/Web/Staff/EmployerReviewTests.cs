using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Staff;

public class EmployerReviewTests(PortalApp app) : IClassFixture<PortalApp>
{
    private Stage Stage => new(app.Database, app.Clock);

    private Task<Core.Parties.Employers.Employer> SavedAsync(Guid id) => app.ReadAsync(db => db.Employers.SingleAsync(e => e.Id == id));

    [Fact]
    public async Task Those_who_wait_stand_first_and_are_approved_from_their_card()
    {
        var workplace = await Stage.WorkplaceAsync(approved: false);
        using var employer = await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        using var staff = await app.SignInAsAsync(Role.BusinessContact);
        var list = await staff.GetPageAsync("/foretag");
        Assert.Equal("Väntar på godkännande", list.QuerySelector("h2")!.TextContent);
        Assert.NotNull(list.QuerySelector($"table a[href='/foretag/{workplace.EmployerId}']"));

        using var answer = await staff.PostFormAsync($"/foretag/{workplace.EmployerId}", button: "Godkänn");
        Assert.Equal($"/foretag/{workplace.EmployerId}", answer.Headers.Location?.OriginalString);
        Assert.Equal(EmployerStatus.Approved, (await SavedAsync(workplace.EmployerId)).Status);
        Assert.Equal(1, await app.ReadAsync(db => db.Mail.CountAsync(m => m.CaseId == workplace.EmployerId && m.Template == "registrering-godkand")));
        Assert.DoesNotContain("är inte godkänd än", (await employer.GetPageAsync("/arbetsgivare/oversikt")).MainText(), StringComparison.Ordinal);

        using var again = await staff.PostFormAsync($"/foretag/{workplace.EmployerId}/godkann");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_no_needs_a_reason_that_the_employer_reads()
    {
        var workplace = await Stage.WorkplaceAsync(approved: false);
        using var employer = await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        var url = $"/foretag/{workplace.EmployerId}/neka";
        using var unsaid = await staff.PostFormAsync(url, new Dictionary<string, string?> { ["Because"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        Assert.Equal(EmployerStatus.Pending, (await SavedAsync(workplace.EmployerId)).Status);

        using var answer = await staff.PostFormAsync(url, new Dictionary<string, string?> { ["Because"] = "Företaget är avregistrerat." });
        Assert.Equal(EmployerStatus.Rejected, (await SavedAsync(workplace.EmployerId)).Status);
        Assert.Contains("Företaget är avregistrerat.", (await employer.GetPageAsync("/arbetsgivare/oversikt")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Employers_are_found_by_name_workplace_and_town_and_filtered_by_status()
    {
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        var number = Stage.NewOrgNumber();
        (await staff.PostFormAsync("/foretag/ny", Phone(number, "Sågverket i Övre skogen"))).Dispose();
        foreach (var typed in new[] { "såg", "övre sågv", "norrköp", "pelletsfabr" })
            Assert.Contains("Sågverket i Övre skogen", (await staff.GetPageAsync($"/foretag?Sok={Uri.EscapeDataString(typed)}")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Ingen arbetsgivare stämmer", (await staff.GetPageAsync($"/foretag?Sok={number}")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Ingen arbetsgivare stämmer", (await staff.GetPageAsync("/foretag?Sok=s%C3%A5gverket&Lage=Rejected")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_phone_an_employer_is_approved_at_once_and_a_letter_to_it_becomes_a_call()
    {
        using var staff = await app.SignInAsAsync(Role.BusinessContact);
        var number = Stage.NewOrgNumber();
        using var answer = await staff.PostFormAsync("/foretag/ny", Phone(number, "Snickeriet"));
        var url = answer.Headers.Location!.OriginalString;
        var card = (await staff.GetPageAsync(url)).MainText();
        Assert.Contains("Saknar e-post", card, StringComparison.Ordinal);
        Assert.Contains("Ingen har inloggning", card, StringComparison.Ordinal);
        Assert.Equal(EmployerStatus.Approved, (await SavedAsync(Guid.Parse(url.Split('/')[^1]))).Status);

        using var taken = await staff.PostFormAsync("/foretag/ny", Phone(number, "Snickeriet igen"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("redan registrerat", (await taken.DocumentAsync()).QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consultant_reads_the_card_and_decides_nothing()
    {
        var workplace = await Stage.WorkplaceAsync(approved: false);
        using var staff = await app.SignInAsAsync(Role.Consultant);
        Assert.Empty((await staff.GetPageAsync($"/foretag/{workplace.EmployerId}")).QuerySelectorAll("main form"));
    }

    private static Dictionary<string, string?> Phone(string number, string name) => new()
    {
        ["Employer.OrgNumber"] = number,
        ["Employer.Name"] = name,
        ["Employer.Sector"] = "Private",
        ["Employer.Branch"] = "Manufacturing",
        ["Employer.Size"] = "From1To4",
        ["Workplace.Name"] = "Pelletsfabriken",
        ["Workplace.StreetAddress"] = "Skogsvägen 1",
        ["Workplace.PostalCode"] = "602 22",
        ["Workplace.City"] = "Norrköping",
        ["Workplace.ContactName"] = "Kim Kontakt",
        ["Workplace.ContactPhone"] = "011-15 00 00",
        ["Workplace.Employees"] = "3",
    };
}
