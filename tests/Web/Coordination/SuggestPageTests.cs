using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class SuggestPageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task Places_are_shown_with_reasons_and_a_chosen_one_is_proposed()
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(), o => o with { Title = "Vaktmästare" });
        await Stage.OfferAsync(await Stage.WorkplaceAsync(), o => o with { Title = "Chaufför", DrivingLicence = true });
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);

        var page = await client.GetPageAsync($"/deltagare/{participant.Id}/foresla");
        var text = page.MainText();
        Assert.Contains("Tänk på: Kräver körkort", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("Vaktmästare", StringComparison.Ordinal) < text.IndexOf("Chaufför", StringComparison.Ordinal));
        var link = page.QuerySelectorAll(".suggestions h2 a").Single(a => a.TextContent == "Vaktmästare").GetAttribute("href")!;
        Assert.Equal($"/deltagare/{participant.Id}/foresla/{offer.Slots[0].Id}", link);

        var form = await client.GetPageAsync(link);
        Assert.Equal($"{offer.From:yyyy-MM-dd}", form.QuerySelector("[name='Input.From']")!.GetAttribute("value"));
        Assert.Equal($"{offer.To:yyyy-MM-dd}", form.QuerySelector("[name='Input.To']")!.GetAttribute("value"));
        Assert.Equal(10, form.QuerySelectorAll("[name='Input.Cells'][checked]").Length);
        using var response = await client.PostFormAsync(form, link, [KeyValuePair.Create("Input.Cells", (string?)"0"), KeyValuePair.Create("Input.Cells", (string?)"3")]);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var placement = await App.ReadAsync(db => db.Placements.SingleAsync(p => p.ParticipantId == participant.Id));
        Assert.Equal((PlacementStatus.Proposed, Cells.From([0, 3]).Mask), (placement.Status, placement.CellMask));
        await AssertDoneAsync(client, response, $"/placeringar/{placement.Id}", "Platsen är föreslagen. Inget är bokat än.");
    }

    [Fact]
    public async Task A_refused_proposal_keeps_dates_and_cells()
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync());
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var url = $"/deltagare/{participant.Id}/foresla/{offer.Slots[0].Id}";

        using var outside = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Input.From"] = $"{offer.From.AddDays(-30):yyyy-MM-dd}", ["Input.Cells"] = "3" });
        var page = await AssertRefusedAsync(outside, $"Från och med: Platsen finns bara {offer.Period.Written()}.");
        Assert.Equal($"{offer.From.AddDays(-30):yyyy-MM-dd}", page.QuerySelector("[name='Input.From']")!.GetAttribute("value"));
        Assert.Equal(["3"], page.QuerySelectorAll("[name='Input.Cells'][checked]").Select(e => e.GetAttribute("value")));

        using var none = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Input.Cells"] = null });
        await AssertRefusedAsync(none, "Vilka pass? Kryssa för minst ett pass");
        using var child = await client.PostFormAsync($"/deltagare/{(await Stage.ParticipantAsync(birthDate: App.Clock.Today().AddYears(-14))).Id}/foresla/{offer.Slots[0].Id}", [], "Föreslå plats");
        await AssertRefusedAsync(child, "Praktik är till för åldrarna 16–65.");
        Assert.False(await App.ReadAsync(db => db.Placements.AnyAsync(p => p.OfferId == offer.Id)));
    }

    [Fact]
    public async Task A_warning_that_came_with_what_was_typed_leads_to_its_question_and_is_answered_there()
    {
        var workplace = await Stage.WorkplaceAsync();
        var offer = await Stage.OfferAsync(workplace, o => o with { Slots = 2 });
        await App.ReadAsync(async db =>
        {
            (await db.Workplaces.SingleAsync(w => w.Id == workplace.Id)).SetCeiling(1, hard: false, new(null, App.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });
        await PlacementAsync(PlacementStatus.Pencilled, on: offer);
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var url = $"/deltagare/{participant.Id}/foresla/{offer.Slots[1].Id}";

        var form = await client.GetPageAsync(url);
        Assert.Null(form.QuerySelector("[name='Answer.Because']"));
        using var unanswered = await client.PostFormAsync(url, [], "Föreslå plats");
        var page = await AssertRefusedAsync(unanswered, "Varför är det rätt ändå?");
        var link = page.QuerySelector(".ds-error-summary a")!.GetAttribute("href")!;
        Assert.Equal("Answer.Because", page.QuerySelector(link)?.GetAttribute("name"));
        Assert.False(await App.ReadAsync(db => db.Placements.AnyAsync(p => p.ParticipantId == participant.Id)));

        using var answered = await client.PostFormAsync(page, url, new Dictionary<string, string?> { ["Answer.Because"] = "WorkplaceAgrees" });
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.True(await App.ReadAsync(db => db.Placements.AnyAsync(p => p.ParticipantId == participant.Id)));
    }

    [Fact]
    public async Task A_full_supervisor_is_named_with_weeks_before_anything_is_typed()
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(supervisorCeiling: 1), o => o with { Title = "Lagerhjälp", Slots = 2 });
        await PlacementAsync(PlacementStatus.Pencilled, on: offer);
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var text = (await client.GetPageAsync($"/deltagare/{participant.Id}/foresla")).MainText();
        Assert.Matches(@"Lagerhjälp Går inte .*?Nej: Handledaren har fullt v\. \d+–\d+", text);
    }

    [Fact]
    public async Task An_unpublished_place_cannot_be_proposed()
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(closedWeeks: new ClosedWeeks(28, 31)), published: false);
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var response = await client.GetAsync($"/deltagare/{participant.Id}/foresla/{offer.Slots[0].Id}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
