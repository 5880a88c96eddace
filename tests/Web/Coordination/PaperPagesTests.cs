using System.Net;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

/// <summary>First-day sheet, intyg, personal link and versions, on the pages of those who use them.</summary>
public partial class PaperPagesTests(PortalApp app) : CoordinatorPages(app)
{
    [System.Text.RegularExpressions.GeneratedRegex(@"/overenskommelse/godkann\?nyckel=[\w-]+")]
    private static partial System.Text.RegularExpressions.Regex PersonalLink();

    private async Task<HttpClient> WithSentAgreementAsync(Guid id)
    {
        var client = await App.SignInAsAsync(Role.Coordinator);
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/visa", button: "Skriv överenskommelsen")).Dispose();
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/skriv", new Dictionary<string, string?> { ["Input.Goals"] = "Pröva på butik" })).Dispose();
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/visa", button: "Skicka för godkännande")).Dispose();
        return client;
    }

    private static async Task ApproveAllAsync(HttpClient client, HttpClient employer, Guid id)
    {
        (await employer.PostFormAsync($"/arbetsgivare/placeringar/{id}/overenskommelse", button: "Godkänn överenskommelsen")).Dispose();
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/registrera", new Dictionary<string, string?> { ["Input.Way"] = "OnScreen" })).Dispose();
    }

    private async Task<string> LinkAsync() => PersonalLink().Match(await App.ReadAsync(db => db.Mail
        .Where(m => m.Template == "overenskommelse-personlig-lank").OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Seq).Select(m => m.Text).FirstAsync())).Value;

    [Fact]
    public async Task The_first_day_sheet_names_what_is_missing_and_leads_to_the_workplace_that_can_tell()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.AwaitingPaper, on: await Stage.OfferAsync(await Stage.WorkplaceAsync(supervisor: null)));
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.NotNull((await client.GetPageAsync($"/placeringar/{id}")).QuerySelector($"a[href='/placeringar/{id}/forsta-dagen']"));
        var page = await client.GetPageAsync($"/placeringar/{id}/forsta-dagen");
        Assert.Contains("Det här saknas: handledare, ingång, kläder", page.MainText(), StringComparison.Ordinal);
        var card = page.QuerySelector("main a[href*='/arbetsplatser/']")!.GetAttribute("href")!.Split('#')[0];

        using var saved = await client.PostFormAsync(card, new Dictionary<string, string?>
        {
            ["Workplace.Entrance"] = "Ring på klockan", ["Workplace.Clothes"] = "Oömma kläder", ["Workplace.GettingThere"] = "Buss 12",
            ["Workplace.SickCallName"] = "Siv Sjuk", ["Workplace.SickCallPhone"] = "013-20 60 11", ["Said.Channel"] = "Phone", ["Said.SaidBy"] = "Kim Kontakt",
        });
        await AssertDoneAsync(client, saved, $"/foretag/{offer.EmployerId}", "Ändringarna är sparade.");
        page = await client.GetPageAsync($"/placeringar/{id}/forsta-dagen");
        Assert.Contains("Det här saknas: handledare. ", page.MainText(), StringComparison.Ordinal);
        var sheet = page.QuerySelector(".sheet")!.TextContent;
        Assert.Contains("Ring på klockan", sheet, StringComparison.Ordinal);
        Assert.Contains(participant.FirstName, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(participant.LastName, sheet, StringComparison.Ordinal);
        using var file = await client.GetAsync($"/placeringar/{id}/forsta-dagen/dokument");
        Assert.Equal((HttpStatusCode.OK, FirstDayFile.ContentType), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));

        using var admin = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        var own = $"/arbetsgivare/arbetsplatser/{offer.WorkplaceId}/andra";
        Assert.Equal("Buss 12", (await admin.GetPageAsync(own)).QuerySelector("[name='Workplace.GettingThere']")!.GetAttribute("value"));
        (await admin.PostFormAsync(own, new Dictionary<string, string?> { ["Workplace.GettingThere"] = "Buss 14" })).Dispose();
        Assert.Contains("Buss 14", (await client.GetPageAsync($"/placeringar/{id}/forsta-dagen")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_workplaces_yes_there_is_no_sheet_and_before_the_end_no_intyg()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Requested);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains("från det att arbetsplatsen har tackat ja", (await client.GetPageAsync($"/placeringar/{id}/forsta-dagen")).MainText(), StringComparison.Ordinal);
        using var file = await client.GetAsync($"/placeringar/{id}/forsta-dagen/dokument");
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.Contains("när tiden på arbetsplatsen är slut", (await client.GetPageAsync($"/placeringar/{id}/intyg")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intyg_is_written_kept_and_opened_again()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.Ended);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var written = await client.PostFormAsync($"/placeringar/{id}/intyg", new Dictionary<string, string?> { ["Words"] = "Lärde sig kassan snabbt." });
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        var path = written.Headers.Location!.OriginalString;
        var page = await client.GetPageAsync(path);
        foreach (var said in new[] { $"{participant.FirstName} {participant.LastName} har haft praktik hos Butiken", "Lärde sig kassan snabbt.", "Plocka upp varor" })
            Assert.Contains(said, page.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Arbete utan stöd", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".sign-here").Length);
        using var file = await client.GetAsync($"{path}/dokument");
        Assert.Equal((HttpStatusCode.OK, CertificateFile.ContentType), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        Assert.NotNull((await client.GetPageAsync($"/placeringar/{id}/intyg")).QuerySelector($"a[href='{path}']"));
        Assert.Contains("Intyg skrivet", (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_link_shows_the_text_and_one_button_and_then_the_same_friendly_page_as_any_dead_one()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await WithSentAgreementAsync(id);
        var window = await client.GetPageAsync($"/placeringar/{id}/overenskommelse/lank");
        Assert.Equal("kontakt@exempel.se", window.QuerySelector("[name=Address]")!.GetAttribute("value"));
        using var sent = await client.PostFormAsync($"/placeringar/{id}/overenskommelse/lank", new Dictionary<string, string?> { ["Address"] = "chefen@exempel.se" });
        await AssertDoneAsync(client, sent, $"/placeringar/{id}/overenskommelse/visa", "Länken är skickad. Den gäller i 14 dagar.");

        using var visitor = App.Visitor();
        var path = await LinkAsync();
        using var response = await visitor.GetAsync(path);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
        var page = await response.DocumentAsync();
        Assert.Contains("Plocka upp varor", page.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain(participant.LastName, page.MainText(), StringComparison.Ordinal);
        Assert.Equal(["Godkänn"], page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
        Assert.Empty((await App.ReadAsync(db => db.Agreements.Include(a => a.Approvals).SingleAsync(a => a.PlacementId == id))).Given);

        using var nameless = await visitor.PostFormAsync(path);
        await AssertRefusedAsync(nameless, "Ditt namn: Uppgiften måste fyllas i.");
        using var approved = await visitor.PostFormAsync(path, new Dictionary<string, string?> { ["GivenBy"] = "Kim Kontakt" });
        Assert.Equal("/overenskommelse/godkand", approved.Headers.Location?.OriginalString);
        Assert.Contains("Kim Kontakt, godkände", (await client.GetPageAsync($"/placeringar/{id}/overenskommelse/visa")).MainText(), StringComparison.Ordinal);

        var used = (await visitor.GetPageAsync(path)).MainText();
        Assert.Contains("Länken gäller inte längre", used, StringComparison.Ordinal);
        Assert.Equal(used, (await visitor.GetPageAsync("/overenskommelse/godkann?nyckel=okand")).MainText());
        using var again = await visitor.PostFormAsync(page, "/overenskommelse/godkann", new Dictionary<string, string?> { ["GivenBy"] = "Kim Kontakt" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(offer.EmployerId, (await ReadAsync(id)).EmployerId);
    }

    [Fact]
    public async Task Without_an_address_the_participant_gets_no_link_and_the_page_says_where_to_write_it()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await WithSentAgreementAsync(id);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        (await employer.PostFormAsync($"/arbetsgivare/placeringar/{id}/overenskommelse", button: "Godkänn överenskommelsen")).Dispose();
        var page = await client.GetPageAsync($"/placeringar/{id}/overenskommelse/lank");
        Assert.NotNull(page.QuerySelector($"main a[href='/deltagare/{participant.Id}/andra']"));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_employers_desk_shows_what_waits_for_approval_until_it_is_given()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await WithSentAgreementAsync(id);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        var link = $"main a[href='/arbetsgivare/placeringar/{id}/overenskommelse']";
        Assert.NotNull((await employer.GetPageAsync("/arbetsgivare/oversikt")).QuerySelector(link));
        (await employer.PostFormAsync($"/arbetsgivare/placeringar/{id}/overenskommelse", button: "Godkänn överenskommelsen")).Dispose();
        Assert.Null((await employer.GetPageAsync("/arbetsgivare/oversikt")).QuerySelector(link));
    }

    [Fact]
    public async Task A_change_in_a_running_praktik_is_a_second_version_beside_the_first()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await WithSentAgreementAsync(id);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await ApproveAllAsync(client, employer, id);
        var visa = $"/placeringar/{id}/overenskommelse/visa";
        (await client.PostFormAsync(visa, button: "Godkänn för kommunen")).Dispose();
        if (App.Clock.Today() < offer.From)
            App.Clock.SetStockholm(offer.From);
        (await client.PostFormAsync($"/placeringar/{id}/start", new Dictionary<string, string?> { ["Input.On"] = $"{offer.From:yyyy-MM-dd}", ["Answer.Because"] = "NoAnswerInTime" })).Dispose();
        Assert.Equal(PlacementStatus.Running, (await ReadAsync(id)).Status);

        (await client.PostFormAsync(visa, button: "Skriv en ändring")).Dispose();
        using var untrue = await client.PostFormAsync(visa, button: "Skicka för godkännande");
        await AssertRefusedAsync(untrue, "Inget viktigt skiljer");
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/skriv", new Dictionary<string, string?> { ["Input.Goals"] = "Pröva på kassan", ["Input.Change"] = "Goals" })).Dispose();
        (await client.PostFormAsync(visa, button: "Skicka för godkännande")).Dispose();
        await ApproveAllAsync(client, employer, id);
        using var last = await client.PostFormAsync(visa, button: "Godkänn för kommunen");
        await AssertDoneAsync(client, last, visa, $"Ändringen är godkänd av alla och gäller från {App.Clock.Today().Written()}.");

        foreach (var (reader, path) in new[] { (client, visa), (employer, $"/arbetsgivare/placeringar/{id}/overenskommelse") })
        {
            var newest = await reader.GetPageAsync(path);
            Assert.Contains("Det här skiljer från den som gällde före: ändrade mål", newest.MainText(), StringComparison.Ordinal);
            var older = await reader.GetPageAsync($"{path}?nummer=1");
            Assert.Contains("äldre version", older.MainText(), StringComparison.Ordinal);
            Assert.Contains("Pröva på butik", older.MainText(), StringComparison.Ordinal);
            Assert.Empty(older.QuerySelectorAll("main form"));
            using var none = await reader.GetAsync($"{path}?nummer=7");
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
        Assert.Contains("Pröva på butik", (await employer.GetPageAsync($"/arbetsgivare/placeringar/{id}/overenskommelse/skriv-ut?nummer=1")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_under_way_is_annulled_on_its_own_page_and_the_workplace_reads_that_it_does_not_hold()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await WithSentAgreementAsync(id);
        using var voided = await client.PostFormAsync($"/placeringar/{id}/overenskommelse/makulera", button: "Makulera versionen");
        await AssertDoneAsync(client, voided, $"/placeringar/{id}/overenskommelse/visa", "Versionen är makulerad.");
        Assert.Contains("Skriv överenskommelsen", (await client.GetPageAsync($"/placeringar/{id}/overenskommelse/visa")).MainText(), StringComparison.Ordinal);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        Assert.Contains("Den är makulerad och gäller inte", (await employer.GetPageAsync($"/arbetsgivare/placeringar/{id}/overenskommelse")).MainText(), StringComparison.Ordinal);
        Assert.Equal(AgreementStatus.Voided, (await App.ReadAsync(db => db.Agreements.SingleAsync(a => a.PlacementId == id))).Status);
    }
}
