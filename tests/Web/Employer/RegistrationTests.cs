using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Fields;
using EnVagUt.Tests.Web.Visitor;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

public class RegistrationTests(PatientPortal app) : IClassFixture<PatientPortal>
{
    private const string Url = "/arbetsgivare/registrera";

    // A number with a right check digit whose third digit is 1: an enskild firma's, made up.
    private const string SoleTrader = "8112189876";

    internal static Dictionary<string, string?> Fields(string? orgNumber = null, string? email = null) => new()
    {
        ["Employer.OrgNumber"] = orgNumber ?? Stage.NewOrgNumber(),
        ["Employer.Name"] = "Åkeriet vid Ån",
        ["Employer.Sector"] = "Private",
        ["Employer.Branch"] = "Transport",
        ["Employer.Size"] = "From5To9",
        ["Workplace.Name"] = "Terminalen",
        ["Workplace.StreetAddress"] = "Hamngatan 2",
        ["Workplace.PostalCode"] = "582 22",
        ["Workplace.City"] = "Linköping",
        ["Workplace.ContactName"] = "Kim Kontakt",
        ["Workplace.Employees"] = "8",
        ["Workplace.CollectiveAgreement"] = "true",
        ["DisplayName"] = "Kim Kontakt",
        ["Email"] = email ?? $"{Guid.NewGuid():N}@exempel.se",
        ["Password"] = "en lastbil och tre broar",
    };

    [Fact]
    public async Task An_employer_registers_itself_and_is_told_to_look_in_its_mail()
    {
        using var visitor = app.Visitor();
        var email = $"{Guid.NewGuid():N}@exempel.se";
        using var answer = await visitor.PostFormAsync(Url, Fields(email: email));
        Assert.Equal("/arbetsgivare/registrera/klart", answer.Headers.Location?.OriginalString);
        Assert.Contains("Kolla din e-post", (await visitor.GetPageAsync("/arbetsgivare/registrera/klart")).MainText(), StringComparison.Ordinal);

        var saved = await app.ReadAsync(db => db.RoleGrants
            .Where(g => db.Users.Any(u => u.Id == g.UserId && u.Email == email))
            .Join(db.Employers, g => g.EmployerId, e => e.Id, (g, e) => new { g.Role, e.Id, e.Status }).SingleAsync());
        Assert.Equal((Role.EmployerAdmin, EmployerStatus.Pending), (saved.Role, saved.Status));
        var workplace = await app.ReadAsync(db => db.Workplaces.SingleAsync(w => w.EmployerId == saved.Id));
        Assert.Equal(("Terminalen", email, true, false), (workplace.Name, workplace.ContactEmail, workplace.CollectiveAgreement, workplace.LiabilityInsurance));
        Assert.Equal(1, await app.ReadAsync(db => db.Mail.CountAsync(m => m.To == email && m.Template == "bekrafta-epost")));
    }

    [Fact]
    public async Task Emoji_are_text_like_any_other()
    {
        using var visitor = app.Visitor();
        var fields = Fields();
        foreach (var name in new[] { "Employer.Name", "Workplace.City", "Workplace.Name", "DisplayName", "Password" })
            fields[name] += AnyTextTests.Strange;
        using var answer = await visitor.PostFormAsync(Url, fields);
        Assert.Equal("/arbetsgivare/registrera/klart", answer.Headers.Location?.OriginalString);
        Assert.True(await app.ReadAsync(db => db.Employers.AnyAsync(e => e.Name == fields["Employer.Name"])));
    }

    [Theory]
    [InlineData("Employer.OrgNumber", "556016-0681", "Organisationsnumret stämmer inte")]
    [InlineData("Employer.Name", "", "Fyll i uppgiften")]
    [InlineData("Employer.Name", "Vinn på ond.exempel", "Skriv utan webbadress")]
    [InlineData("Workplace.Name", "Vinn på http://ond", "Skriv utan webbadress")]
    [InlineData("Workplace.ContactName", "kim@ond.exempel", "Skriv utan webbadress")]
    [InlineData("DisplayName", "www.ond.exempel", "Skriv utan webbadress")]
    [InlineData("Employer.Sector", null, "Välj ett av alternativen")]
    [InlineData("Employer.Sector", "OwnMunicipality", "Uppgiften hör till någon annan")]
    [InlineData("Employer.Branch", "", "Välj ett av alternativen")]
    [InlineData("Workplace.PostalCode", "58", "Postnumret har fem siffror")]
    [InlineData("Workplace.Employees", "många", "Skriv ett")]
    [InlineData("Workplace.Employees", "3000000000", "Skriv ett")]
    [InlineData("Workplace.Employees", "-1", "Ange ett värde mellan 0 och 100000")]
    [InlineData("Workplace.PostalCode", "٥٨٢ ٢٢", "Postnumret har fem siffror")]
    [InlineData("Workplace.ContactEmail", "kim", "E-postadressen ser inte rätt ut")]
    [InlineData("DisplayName", "", "Fyll i uppgiften")]
    [InlineData("Email", "kim", "E-postadressen ser inte rätt ut")]
    [InlineData("Password", "kort", "Lösenordet är för kort")]
    public async Task A_refused_field_says_why_and_what_was_typed_stays(string field, string? value, string message)
    {
        using var visitor = app.Visitor();
        var fields = Fields();
        fields[field] = value;
        var before = await app.ReadAsync(db => db.Employers.CountAsync());
        using var answer = await visitor.PostFormAsync(Url, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(message, page.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        if (message.StartsWith("Skriv utan", StringComparison.Ordinal))
            Assert.Equal("true", page.QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        Assert.Equal("Hamngatan 2", page.QuerySelector("[name='Workplace.StreetAddress']")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[name=Password]")!.GetAttribute("value"));
        Assert.Equal(before, await app.ReadAsync(db => db.Employers.CountAsync()));
    }

    [Fact]
    public async Task A_number_that_is_registered_leads_to_a_colleague_or_to_us()
    {
        using var visitor = app.Visitor();
        var number = Stage.NewOrgNumber();
        (await visitor.PostFormAsync(Url, Fields(number))).Dispose();
        using var answer = await visitor.PostFormAsync(Url, Fields(number));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var summary = (await answer.DocumentAsync()).QuerySelector("#fel")!.TextContent;
        Assert.Contains("Be en kollega som har inloggning att bjuda in dig, eller kontakta oss", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_address_is_answered_as_a_new_one()
    {
        using var visitor = app.Visitor();
        var email = $"{Guid.NewGuid():N}@exempel.se";
        (await visitor.PostFormAsync(Url, Fields(email: email))).Dispose();
        var before = await app.ReadAsync(db => db.Employers.CountAsync());
        using var answer = await visitor.PostFormAsync(Url, Fields(email: email));
        Assert.Equal("/arbetsgivare/registrera/klart", answer.Headers.Location?.OriginalString);
        Assert.Equal(before, await app.ReadAsync(db => db.Employers.CountAsync()));
    }

    [Fact]
    public async Task A_program_that_fills_in_everything_is_thanked_for_nothing()
    {
        using var visitor = app.Visitor();
        var fields = Fields();
        fields["Website"] = "https://example.com";
        using var answer = await visitor.PostFormAsync(Url, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(await app.ReadAsync(db => db.Employers.AnyAsync(e => e.OrgNumberDigits == fields["Employer.OrgNumber"])));
    }

    [Fact]
    public async Task A_sole_traders_number_shows_its_last_four_digits_at_most()
    {
        using var visitor = app.Visitor();
        var fields = Fields(SoleTrader);
        fields["Employer.Name"] = "Prov enskild firma";
        using var answer = await visitor.PostFormAsync(Url, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var id = await app.ReadAsync(db => db.Employers.Where(e => e.OrgNumberDigits == SoleTrader).Select(e => e.Id).SingleAsync());
        // Who decides about it sees all of it, which is another test.
        using var staff = await app.SignInAsAsync(Role.Consultant);
        var card = (await staff.GetPageAsync($"/foretag/{id}")).DocumentElement.TextContent;
        Assert.Contains("••••••-9876", card, StringComparison.Ordinal);
        var list = (await staff.GetPageAsync("/foretag")).DocumentElement.TextContent;
        Assert.Contains("Prov enskild firma", list, StringComparison.Ordinal);
        Assert.DoesNotContain("9876", list, StringComparison.Ordinal);
        Assert.DoesNotContain("811218", card + list, StringComparison.Ordinal);
    }
}
