using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Account;
using EnVagUt.Tests.Web.Coordination;
using Xunit;

namespace EnVagUt.Tests.Web.Fields;

/// <summary>Whatever somebody types or pastes is saved, and found by its words.</summary>
public class AnyTextTests(PortalApp app) : CoordinatorPages(app)
{
    internal const string Strange = "🌞\ufffe👩‍👩‍👧\uffff";

    [Fact]
    public async Task A_participant_with_an_emoji_in_the_name_is_saved_and_found()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var made = await client.PostFormAsync("/deltagare/ny", new Dictionary<string, string?>
        {
            ["Input.FirstName"] = $"Łukasz{Strange}", ["Input.LastName"] = "Provsol 🌞", ["Input.BirthDate"] = "1998-03-24", ["Input.Sex"] = "Woman",
            ["Input.TargetGroup"] = "A", ["Input.Education"] = "PreGymnasium", ["Input.ExtentPercent"] = "50", ["Input.Swedish"] = "Everyday", ["Input.Phone"] = "070-174 06 15",
        });
        Assert.True(made.StatusCode == HttpStatusCode.Redirect, (await made.DocumentAsync()).QuerySelector(".ds-error-summary")?.TextContent);
        foreach (var terms in new[] { "provsol", $"{Strange} lukasz" })
        {
            using var searched = await client.PostFormAsync("/deltagare", new Dictionary<string, string?> { ["Input.Terms"] = terms });
            Assert.Contains("Provsol 🌞", (await client.GetPageAsync(searched.Headers.Location!.OriginalString)).MainText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_offer_with_an_emoji_in_the_title_is_saved_and_found()
    {
        var workplace = await Stage.WorkplaceAsync(supervisorCeiling: 3);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        using var sent = await employer.PostFormAsync("/arbetsgivare/platser/ny/praktik", new Dictionary<string, string?>
        {
            ["Input.WorkplaceId"] = workplace.Id.ToString(), ["Input.Title"] = "Solpackning 📦 inne", ["Input.Tasks"] = $"Packa {Strange}.", ["Input.Slots"] = "1",
            ["Input.From"] = "2026-12-07", ["Input.To"] = "2027-03-31", ["Input.Swedish"] = "Everyday", ["Input.ReplacesLeaver"] = "No",
            ["Input.ReemploymentRight"] = "No", ["Input.BeyondStaffing"] = "Yes", ["Input.SupervisorId"] = workplace.Supervisors[0].Id.ToString(),
        }, button: "Skicka in");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var staff = await App.SignInAsAsync(Role.Coordinator);
        using var published = await staff.PostFormAsync(sent.Headers.Location!.OriginalString["/arbetsgivare".Length..], button: "Publicera");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("Solpackning 📦 inne", (await staff.GetPageAsync($"/platser?q={Uri.EscapeDataString("📦solpackning")}")).MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/platser?q=", Role.Coordinator)]
    [InlineData("/foretag?Sok=", Role.Coordinator)]
    [InlineData("/avtal?Search=", Role.Procurer)]
    [InlineData("/admin/anvandare?Search=", Role.Administrator)]
    public async Task A_search_for_nothing_but_signs_finds_nothing(string address, Role role)
    {
        using var client = await App.SignInAsAsync(role);
        await client.GetPageAsync(address + Uri.EscapeDataString(Strange));
    }

    [Fact]
    public async Task An_address_that_nobody_can_have_is_a_wrong_password_and_no_crash()
    {
        using var visitor = App.Visitor();
        using var answer = await visitor.SignInAsync($"kim{Strange}@exempel.se");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var forgotten = await visitor.PostFormAsync("/konto/glomt-losenord", new Dictionary<string, string?> { ["Email"] = $"kim{Strange}@exempel.se" });
        Assert.True(forgotten.StatusCode < HttpStatusCode.InternalServerError, forgotten.StatusCode.ToString());
    }

    public static TheoryData<string, string> NumberFields => new()
    {
        { "/deltagare/ny", "Input.ExtentPercent" },
        { "/arbetsgivare/arbetsplatser/ny", "Workplace.Employees" },
        { "/arbetsgivare/arbetsplatser/ny", "Workplace.Ceiling" },
        { "/arbetsgivare/platser/ny/praktik", "Input.Slots" },
    };

    [Theory]
    [MemberData(nameof(NumberFields))]
    public async Task A_number_out_of_every_range_is_refused_beside_its_field(string page, string field)
    {
        var workplace = await Stage.WorkplaceAsync(supervisorCeiling: 3);
        using var client = page.StartsWith("/arbetsgivare", StringComparison.Ordinal) ? await App.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId)
            : await App.SignInAsAsync(Role.Coordinator);
        foreach (var typed in new[] { "3000000000", "-1", "99999999999999999999999999", "NaN", "1,5", "٣" })
        {
            using var answer = await client.PostFormAsync(page, new Dictionary<string, string?> { [field] = typed });
            Assert.Equal((typed, HttpStatusCode.UnprocessableEntity), (typed, answer.StatusCode));
            Assert.Equal("true", (await answer.DocumentAsync()).QuerySelector($"[name='{field}']")!.GetAttribute("aria-invalid"));
        }
    }
}
