using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class SupportWarningPageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task A_decision_that_is_longer_than_the_rules_say_is_recorded_and_asked_about()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Running, o => o with { Form = Form.Employment, To = null });
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var response = await client.PostFormAsync($"/placeringar/{id}/stodbeslut", new Dictionary<string, string?>
        {
            ["Input.Kind"] = "Nystartsjobb", ["Input.From"] = $"{offer.From:yyyy-MM-dd}", ["Input.To"] = $"{offer.From.AddMonths(12):yyyy-MM-dd}",
            ["Input.DecidedOn"] = $"{offer.From:yyyy-MM-dd}", ["Input.Reference"] = "AF 2026/18",
        });
        await AssertDoneAsync(client, response, $"/placeringar/{id}", "Stödbeslutet är registrerat.");
        Assert.Contains("är längre än 12 månader, som är det längsta per beslut. Kontrollera datumen mot beslutet.", (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
    }
}
