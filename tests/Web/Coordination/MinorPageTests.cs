using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

/// <summary>Somebody under 18: refused beside the field with everything kept, and noted before the start.</summary>
public class MinorPageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task A_fourteen_year_old_on_an_evening_shift_is_refused_beside_the_field_and_nothing_typed_is_lost()
    {
        var (participant, url, last) = await EveningAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains("Nej: Mån kväll 18.00–21.00 ligger utanför kl. 06–20, då en elev i grundskolan (äldre barn) får arbeta",
            (await client.GetPageAsync(url)).MainText(), StringComparison.Ordinal);

        using var response = await client.PostFormAsync(await client.GetPageAsync(url), url,
            [KeyValuePair.Create("Input.To", (string?)last), KeyValuePair.Create("Input.Cells", (string?)"1"), KeyValuePair.Create("Input.Cells", (string?)"2")]);
        const string message = "Passet mån kväll 18.00–21.00 ligger utanför de tider då en elev i grundskolan (äldre barn) får arbeta: kl. 06–20. Välj bara pass inom de tiderna.";
        var page = await AssertRefusedAsync(response, "Vilka pass? " + message);
        var field = page.QuerySelector("[name='Input.Cells']")!.Closest("fieldset")!;
        Assert.Contains(message, field.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], page.QuerySelectorAll("[name='Input.Cells'][checked]").Select(e => e.GetAttribute("value")));
        Assert.Equal(last, page.QuerySelector("[name='Input.To']")!.GetAttribute("value"));
        Assert.False(await App.ReadAsync(db => db.Placements.AnyAsync(p => p.ParticipantId == participant.Id)));

        using var day = await client.PostFormAsync(page, url, [KeyValuePair.Create("Input.Cells", (string?)"1")]);
        Assert.StartsWith("/placeringar/", day.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_minor_needs_is_told_noted_and_lets_the_start_be_confirmed()
    {
        var workplace = await Stage.WorkplaceAsync(supervisorCeiling: 3);
        var offer = await Stage.OfferAsync(workplace, o => o with { SupervisorId = null });
        var (_, _, id) = await PlacementAsync(PlacementStatus.ReadyToStart, on: offer, birthDate: App.Clock.Today().AddYears(-17));
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var url = $"/placeringar/{id}/fore-start";
        const string all = "Före start saknas: riskbedömning av arbetsplatsen, besked till vårdnadshavaren, namngiven handledare, genomgång av förbjudna uppgifter.";
        Assert.Contains(all, (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.Contains(all, (await client.GetPageAsync($"/placeringar/{id}/start")).MainText(), StringComparison.Ordinal);
        App.Clock.SetStockholm(offer.From);
        using var early = await PostFromOldWindowAsync(client, await client.GetPageAsync(url), $"/placeringar/{id}/start", ("Input.On", $"{offer.From:yyyy-MM-dd}"));
        await AssertRefusedAsync(early, "Första dagen: Det här saknas före start: riskbedömning av arbetsplatsen");

        using var half = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Input.GuardianInformedOn"] = $"{offer.From:yyyy-MM-dd}", ["Input.RiskAssessedBy"] = "Sam" });
        var refused = await AssertRefusedAsync(half, "Vem informerade? Uppgiften måste fyllas i.");
        Assert.Equal("Sam", refused.QuerySelector("[name='Input.RiskAssessedBy']")!.GetAttribute("value"));
        using var future = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Input.ForbiddenTasksShownOn"] = $"{offer.From.AddDays(1):yyyy-MM-dd}" });
        await AssertRefusedAsync(future, "När visades de förbjudna uppgifterna för handledaren? Datumet ligger i framtiden.");

        using var done = await client.PostFormAsync(url, new Dictionary<string, string?>
        {
            ["Input.RiskAssessedOn"] = $"{offer.From:yyyy-MM-dd}", ["Input.RiskAccepted"] = "true", ["Input.RiskAssessedBy"] = "Sam Handledare",
            ["Input.GuardianInformedOn"] = $"{offer.From:yyyy-MM-dd}", ["Input.GuardianInformedBy"] = "Kim Konsulent",
            ["Input.SupervisorId"] = workplace.Supervisors[0].Id.ToString(), ["Input.ForbiddenTasksShownOn"] = $"{offer.From:yyyy-MM-dd}",
        });
        await AssertDoneAsync(client, done, $"/placeringar/{id}", "Uppgifterna före start är antecknade.");
        var page = await client.GetPageAsync($"/placeringar/{id}");
        Assert.Equal($"{offer.From.Brief()}, av Kim Konsulent", Fact(page, "Vårdnadshavare informerad"));
        Assert.Equal("Sam Handledare Byt", Fact(page, "Handledare"));
        using var start = await client.PostFormAsync($"/placeringar/{id}/start", new Dictionary<string, string?> { ["Input.On"] = $"{offer.From:yyyy-MM-dd}", ["Answer.Because"] = "NoAnswerInTime" });
        await AssertDoneAsync(client, start, $"/placeringar/{id}", "Starten är bekräftad.");
    }

    /// <summary>A place of prao, Monday afternoon and evening.</summary>
    private async Task<(Participant Participant, string Url, string Last)> EveningAsync()
    {
        CellTime[] times = [new(1, new(13, 0), new(15, 0), 0), new(2, new(18, 0), new(21, 0), 0)];
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(), o => o with { Form = Form.Prao, To = o.From.AddDays(20), Pattern = times });
        var participant = await Stage.ParticipantAsync(birthDate: App.Clock.Today().AddYears(-14).AddDays(-40));
        return (participant, $"/deltagare/{participant.Id}/foresla/{offer.Slots[0].Id}", $"{offer.From.AddDays(10):yyyy-MM-dd}");
    }
}
