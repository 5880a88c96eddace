using System.Net;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

/// <summary>An agreement written, sent and approved on the pages of coordinator and workplace.</summary>
public class AgreementPagesTests(PortalApp app) : CoordinatorPages(app)
{
    private Task<Agreement> AgreementAsync(Guid placementId) => App.ReadAsync(db =>
        db.Agreements.AsNoTracking().Include(a => a.Approvals).SingleAsync(a => a.PlacementId == placementId));

    private async Task SendAsync(HttpClient client, Guid id)
    {
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/visa", button: "Skriv överenskommelsen")).Dispose();
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/skriv", new Dictionary<string, string?> { ["Input.Goals"] = "Pröva på butik" })).Dispose();
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/visa", button: "Skicka för godkännande")).Dispose();
        Assert.Equal(AgreementStatus.Sent, (await AgreementAsync(id)).Status);
    }

    [Fact]
    public async Task From_draft_to_clear_for_start_each_party_by_its_own_page()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        var path = $"/placeringar/{id}/overenskommelse";
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.NotNull((await client.GetPageAsync($"/placeringar/{id}")).QuerySelector($".next-step a[href='{path}/visa']"));
        await SendAsync(client, id);
        using var early = await client.PostFormAsync($"{path}/registrera", new Dictionary<string, string?> { ["Input.Way"] = "OnBehalf" });
        await AssertRefusedAsync(early, "Välj varför godkännandet antecknas åt personen.");

        using var supervisor = await App.SignInAsAsync(Role.EmployerSupervisor, employerId: offer.EmployerId);
        var ours = $"/arbetsgivare/placeringar/{id}/overenskommelse";
        Assert.NotNull((await supervisor.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).QuerySelector($"a[href='{ours}']"));
        var read = (await supervisor.GetPageAsync(ours)).MainText();
        Assert.Contains("Behöver korta pauser", read, StringComparison.Ordinal);
        Assert.DoesNotContain(participant.LastName, read, StringComparison.Ordinal);
        using var approved = await supervisor.PostFormAsync(ours, button: "Godkänn överenskommelsen");
        await AssertDoneAsync(supervisor, approved, ours, "Tack! Ni har godkänt överenskommelsen.");

        using var recorded = await client.PostFormAsync($"{path}/registrera", new Dictionary<string, string?> { ["Input.Way"] = "OnScreen" });
        await AssertDoneAsync(client, recorded, $"{path}/visa", "Godkännandet är registrerat.");
        Assert.DoesNotContain("skärm", (await supervisor.GetPageAsync(ours)).MainText(), StringComparison.Ordinal);
        using var last = await client.PostFormAsync($"{path}/visa", button: "Godkänn för kommunen");
        await AssertDoneAsync(client, last, $"{path}/visa", "Överenskommelsen är godkänd av alla, och allt är klart för start.");

        Assert.Equal(PlacementStatus.ReadyToStart, (await ReadAsync(id)).Status);
        Assert.Contains(participant.LastName, (await supervisor.GetPageAsync(ours)).MainText(), StringComparison.Ordinal);
        Assert.Contains("Godkänd av deltagaren", (await client.GetPageAsync($"{path}/visa")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_lacks_its_goal_comes_back_as_it_was_filled_in()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/visa", button: "Skriv överenskommelsen")).Dispose();
        using var early = await client.PostFormAsync($"/placeringar/{id}/overenskommelse/visa", button: "Skicka för godkännande");
        await AssertRefusedAsync(early, "Skriv vad tiden ska leda till");

        using var response = await client.PostFormAsync($"/placeringar/{id}/overenskommelse/skriv",
            new Dictionary<string, string?> { ["Input.Goals"] = "", ["Input.Adaptations"] = "Vill ha instruktioner i bild" });
        var page = await AssertRefusedAsync(response, "Vad ska tiden leda till? Fyll i uppgiften.");
        Assert.Contains("Vill ha instruktioner i bild", page.QuerySelector("[name='Input.Adaptations']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Visa runt", page.QuerySelector("[name='Input.Introduction']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_though_a_colleague_has_annulled_the_version_meanwhile()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        var path = $"/placeringar/{id}/overenskommelse";
        using var client = await App.SignInAsAsync(Role.Coordinator);
        (await client.PostFormAsync($"{path}/visa", button: "Skriv överenskommelsen")).Dispose();
        var open = await client.GetPageAsync($"{path}/skriv");
        (await client.PostFormAsync($"{path}/makulera")).Dispose();
        Assert.Equal(AgreementStatus.Voided, (await AgreementAsync(id)).Status);
        using var late = await client.PostFormAsync(open, $"{path}/skriv", new Dictionary<string, string?> { ["Input.Goals"] = "Pröva på lager" });
        Assert.Contains("Pröva på lager", (await late.DocumentAsync()).QuerySelector("[name='Input.Goals']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task Paper_needs_its_date_and_who_saw_it_and_nothing_typed_is_lost()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        await SendAsync(client, id);
        var url = $"/placeringar/{id}/overenskommelse/registrera";
        var paper = new Dictionary<string, string?> { ["Input.Way"] = "OnPaper", ["Input.GivenBy"] = "Kim Kontakt", ["Input.SeenBy"] = "Sam Samordnare", ["Input.SignedOn"] = "" };
        using var refused = await client.PostFormAsync(url, paper);
        var page = await AssertRefusedAsync(refused, "Datum på papperet: Uppgiften måste fyllas i.");
        Assert.Equal("Kim Kontakt", page.QuerySelector("[name='Input.GivenBy']")!.GetAttribute("value"));
        using var wrong = await client.PostFormAsync(url, new Dictionary<string, string?>(paper) { ["Input.Way"] = null });
        await AssertRefusedAsync(wrong, "Hur godkändes den? Välj ett av alternativen.");

        using var response = await client.PostFormAsync(url, new Dictionary<string, string?>(paper) { ["Input.SignedOn"] = $"{App.Clock.Today():yyyy-MM-dd}" });
        await AssertDoneAsync(client, response, $"/placeringar/{id}/overenskommelse/visa", "Godkännandet är registrerat.");
        Assert.Contains("Kim Kontakt, skrev under på papper", (await client.GetPageAsync($"/placeringar/{id}/overenskommelse/visa")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_after_approval_says_that_the_approvals_are_void_and_an_old_window_approves_nothing()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        await SendAsync(client, id);
        var ours = $"/arbetsgivare/placeringar/{id}/overenskommelse";
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        var window = await employer.GetPageAsync(ours);
        (await employer.PostFormAsync(window, ours, button: "Godkänn överenskommelsen")).Dispose();

        Assert.Contains("gäller inte de godkännanden", (await client.GetPageAsync($"/placeringar/{id}/overenskommelse/skriv")).MainText(), StringComparison.Ordinal);
        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/skriv", new Dictionary<string, string?> { ["Input.Goals"] = "Något annat" })).Dispose();
        Assert.Contains("godkännanden som fanns gäller inte längre", (await client.GetPageAsync($"/placeringar/{id}/overenskommelse/visa")).MainText(), StringComparison.Ordinal);
        using var gone = await employer.GetAsync(ours);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        (await client.PostFormAsync($"/placeringar/{id}/overenskommelse/visa", button: "Skicka för godkännande")).Dispose();
        using var old = await employer.PostFormAsync(window, ours, button: "Godkänn överenskommelsen");
        await AssertRefusedAsync(old, "Någon annan har ändrat uppgifterna");
        Assert.Empty((await AgreementAsync(id)).Given);
    }

    [Fact]
    public async Task The_word_file_and_the_printed_page_can_be_fetched_and_reading_is_logged()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        await SendAsync(client, id);
        using var file = await client.GetAsync($"/placeringar/{id}/overenskommelse/dokument");
        Assert.Equal((HttpStatusCode.OK, AgreementFile.ContentType), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        Assert.Equal(3, (await client.GetPageAsync($"/placeringar/{id}/overenskommelse/skriv-ut")).QuerySelectorAll(".sign-here").Length);

        using var reader = await App.SignInAsAsync(Role.EmployerSupervisor, employerId: offer.EmployerId);
        await reader.GetPageAsync($"/arbetsgivare/placeringar/{id}/overenskommelse");
        using var theirs = await reader.GetAsync($"/arbetsgivare/placeringar/{id}/overenskommelse/dokument");
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
        await App.Services.GetRequiredService<ReadLog>().FlushAsync();
        Assert.Equal(2, await App.ReadAsync(db => db.ReadLog.Where(r => r.SubjectId == id).Select(r => r.UserId).Distinct().CountAsync()));
    }
}
