using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class CompensationPageTests(PortalApp app) : CoordinatorPages(app)
{
    private async Task<(Guid Id, Guid EmployerId, DateOnly Month)> NystartsjobbAsync()
    {
        var month = CompensationMonths.FirstOf(App.Clock.Today()).AddMonths(1);
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Running, o => o with { Form = Form.Employment, From = month, To = null });
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var response = await client.PostFormAsync($"/placeringar/{id}/stodbeslut", new Dictionary<string, string?>
        {
            ["Input.Kind"] = "Nystartsjobb", ["Input.From"] = $"{month:yyyy-MM-dd}", ["Input.To"] = $"{month.AddMonths(12).AddDays(-1):yyyy-MM-dd}",
            ["Input.DecidedOn"] = $"{month:yyyy-MM-dd}", ["Input.Reference"] = "AF 2026/18",
        });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return (id, offer.EmployerId, month);
    }

    [Fact]
    public async Task A_month_that_nobody_has_asked_for_warns_all_until_it_is_noted_by_one_button()
    {
        var (id, employerId, month) = await NystartsjobbAsync();
        var end = CompensationMonths.LastOf(month);
        using var coordinator = await App.SignInAsAsync(Role.Coordinator);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: employerId);
        var warning = $"Sista dagen är den {end.AddDays(180).Written()}.";
        App.Clock.SetStockholm(end.AddDays(119));
        foreach (var (client, url) in new[] { (coordinator, $"/placeringar/{id}"), (coordinator, "/att-gora?vilka=alla"), (employer, "/arbetsgivare/oversikt") })
            Assert.DoesNotContain(warning, (await client.GetPageAsync(url)).MainText(), StringComparison.Ordinal);
        App.Clock.SetStockholm(end.AddDays(120));
        foreach (var (client, url) in new[] { (coordinator, $"/placeringar/{id}"), (coordinator, "/att-gora?vilka=alla"), (employer, "/arbetsgivare/oversikt") })
            Assert.Contains(warning, (await client.GetPageAsync(url)).MainText(), StringComparison.Ordinal);

        var page = await employer.GetPageAsync("/arbetsgivare/ersattning");
        Assert.Contains("Robin", page.MainText(), StringComparison.Ordinal);
        using var noted = await employer.PostFormAsync(page, "/arbetsgivare/ersattning", new Dictionary<string, string?> { ["Month"] = $"{month:yyyy-MM-dd}" });
        await AssertDoneAsync(employer, noted, "/arbetsgivare/ersattning", $"Antecknat: ersättning begärd för {month.ToString("MMMM yyyy", SwedishTime.Culture)}.");
        Assert.DoesNotContain(warning, (await coordinator.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.Contains($"{end.AddDays(120).Brief()}, antecknat", (await coordinator.GetPageAsync($"/placeringar/{id}/ersattning")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_day_the_case_page_says_that_it_has_passed()
    {
        var (id, _, month) = await NystartsjobbAsync();
        using var coordinator = await App.SignInAsAsync(Role.Coordinator);
        App.Clock.SetStockholm(CompensationMonths.LastOf(month).AddDays(181));
        Assert.Contains("Sista dagen för att begära ersättning har passerat", (await coordinator.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_turns_the_clock_off_and_a_bad_date_stays_as_it_was_typed()
    {
        var (id, _, month) = await NystartsjobbAsync();
        using var coordinator = await App.SignInAsAsync(Role.Coordinator);
        App.Clock.SetStockholm(CompensationMonths.LastOf(month).AddDays(130));
        var url = $"/placeringar/{id}/ersattning";
        using var bad = await coordinator.PostFormAsync(url, new Dictionary<string, string?> { ["Month"] = $"{month:yyyy-MM-dd}", ["RequestedOn"] = "31/2 2027" });
        Assert.Equal("31/2 2027", (await AssertRefusedAsync(bad, "Datumet finns inte")).QuerySelector("[name=RequestedOn]")!.GetAttribute("value"));

        using var off = await coordinator.PostFormAsync(url, button: "Arbetsförmedlingen har uppgifterna redan");
        await AssertDoneAsync(coordinator, off, url, "Antecknat: Arbetsförmedlingen har uppgifterna redan.");
        Assert.DoesNotContain("är inte begärd", (await coordinator.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_employers_month_is_not_found()
    {
        var (id, _, month) = await NystartsjobbAsync();
        var (_, otherEmployer, _) = await NystartsjobbAsync();
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: otherEmployer);
        App.Clock.SetStockholm(CompensationMonths.LastOf(month).AddMonths(3));
        var decision = await App.ReadAsync(db => db.Placements.Where(p => p.Id == id).SelectMany(p => p.Supports).Select(s => s.Id).SingleAsync(Ct));
        using var answer = await employer.PostFormAsync("/arbetsgivare/ersattning", new Dictionary<string, string?> { ["DecisionId"] = $"{decision}", ["Month"] = $"{month:yyyy-MM-dd}" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await App.ReadAsync(db => db.CompensationRequests.AnyAsync(r => r.SupportDecisionId == decision, Ct)));
    }
}
