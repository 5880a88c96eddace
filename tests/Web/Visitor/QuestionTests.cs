using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Visitor;

/// <summary>The form has a limit per minute; these tests send more than a person would.</summary>
public sealed class PatientPortal : PortalApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("RateLimits:AnonymousFormsPerMinute", "1000");
    }
}

public class QuestionTests(PatientPortal app) : IClassFixture<PatientPortal>
{
    private static Dictionary<string, string?> Fields(string text, string email = "butiken@exempel.se") =>
        new() { ["Input.Text"] = text, ["Input.Email"] = email };

    [Fact]
    public async Task Anybody_asks_and_staff_find_the_question_and_answer_it()
    {
        var text = $"Hur många kan vi ta emot? {Guid.NewGuid()}";
        using var visitor = app.Visitor();
        using var asked = await visitor.PostFormAsync("/fraga", Fields(text));
        Assert.Equal("/fraga/tack", asked.Headers.Location?.OriginalString);
        Assert.Contains("senast den 25 november 2026", (await visitor.GetPageAsync("/fraga/tack")).MainText(), StringComparison.Ordinal);

        using var staff = await app.SignInAsAsync(Role.BusinessContact);
        var id = await app.ReadAsync(db => db.Questions.Where(q => q.Text == text).Select(q => q.Id).SingleAsync());
        var list = await staff.GetPageAsync("/fragor");
        Assert.Contains("Obesvarad kom in i dag", list.MainText(), StringComparison.Ordinal);
        Assert.NotNull(list.QuerySelector($"a[href='/fragor/{id}']"));

        using var answered = await staff.PostFormAsync($"/fragor/{id}", new Dictionary<string, string?> { ["Input.Answer"] = "En på fem anställda." });
        Assert.Equal("/fragor", answered.Headers.Location?.OriginalString);
        var after = await staff.GetPageAsync("/fragor");
        Assert.Equal("Svaret är skickat.", after.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("En på fem anställda.", (await staff.GetPageAsync($"/fragor/{id}")).MainText(), StringComparison.Ordinal);
        Assert.Equal(3, await app.ReadAsync(db => db.Mail.CountAsync(m => m.CaseId == id)));
    }

    [Fact]
    public async Task A_refused_form_comes_back_as_it_was_typed_with_every_error_named_and_linked()
    {
        using var visitor = app.Visitor();
        using var response = await visitor.PostFormAsync("/fraga", new Dictionary<string, string?>
        {
            ["Input.Text"] = "",
            ["Input.Email"] = "butiken",
            ["Input.Name"] = "<Kim>",
            ["Input.Phone"] = "ring mig",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.DocumentAsync();
        Assert.StartsWith("Fel: Ställ en fråga", page.Title, StringComparison.Ordinal);
        var summary = page.QuerySelector("#fel")!;
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal(
            ["Din fråga: Fyll i uppgiften.", "E-postadress: E-postadressen ser inte rätt ut. Skriv till exempel namn@foretag.se.", "Telefon: Telefonnumret ser inte rätt ut. Skriv till exempel 031-390 06 10."],
            summary.QuerySelectorAll("a").Select(a => a.TextContent));
        foreach (var link in summary.QuerySelectorAll("a"))
        {
            var field = page.QuerySelector(link.GetAttribute("href")!)!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.All(field.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));
        }
        Assert.Equal("butiken", page.QuerySelector("#Input_Email")!.GetAttribute("value"));
        Assert.Equal("<Kim>", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#Input_Name")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_program_that_fills_in_everything_is_thanked_and_ignored()
    {
        var text = $"Köp nu {Guid.NewGuid()}";
        using var visitor = app.Visitor();
        var fields = Fields(text);
        fields["Website"] = "http://exempel.se";
        using var response = await visitor.PostFormAsync("/fraga", fields);

        Assert.Equal("/fraga/tack", response.Headers.Location?.OriginalString);
        Assert.False(await app.ReadAsync(db => db.Questions.AnyAsync(q => q.Text == text)));
    }

    [Theory]
    [InlineData(Role.EmployerAdmin)]
    [InlineData(Role.Consultant)]
    [InlineData(Role.Referrer)]
    public async Task Others_do_not_see_what_people_ask(Role role)
    {
        using var client = await app.SignInAsAsync(role);
        using var response = await client.GetAsync("/fragor");
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Redirect, HttpStatusCode.NotFound });
        Assert.DoesNotContain("Obesvarad", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

public class QuestionListTests(PatientPortal app) : IClassFixture<PatientPortal>
{
    [Fact]
    public async Task The_list_is_paged_and_both_ways_lead_back()
    {
        using var visitor = app.Visitor();
        for (var i = 0; i < 27; i++)
            using (await visitor.PostFormAsync("/fraga", new Dictionary<string, string?> { ["Input.Text"] = $"Fråga nummer {i}", ["Input.Email"] = "butiken@exempel.se" })) { }

        using var staff = await app.SignInAsAsync(Role.Administrator);
        var first = await staff.GetPageAsync("/fragor");
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        var second = await staff.GetPageAsync("/fragor" + first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.NotEmpty(second.QuerySelectorAll("tbody tr"));
        var back = await staff.GetPageAsync("/fragor" + second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(Links(first), Links(back));

        static IEnumerable<string?> Links(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href"));
    }
}

public class RateLimitTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_sixth_question_within_a_minute_has_to_wait()
    {
        using var visitor = app.Visitor();
        var fields = new Dictionary<string, string?> { ["Input.Text"] = "Hej?", ["Input.Email"] = "butiken@exempel.se" };
        for (var i = 0; i < 5; i++)
        {
            using var sent = await visitor.PostFormAsync("/fraga", fields);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }
        using var refused = await visitor.PostFormAsync("/fraga", fields);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Vänta en minut", (await refused.DocumentAsync()).MainText(), StringComparison.Ordinal);
        await visitor.GetPageAsync("/fraga");
    }
}
