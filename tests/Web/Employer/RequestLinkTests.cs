using System.Net;
using System.Text.RegularExpressions;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Coordination;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

/// <summary>A workplace that never signs in: it answers by the link in the letter, or on the telephone.</summary>
public partial class RequestLinkTests(PortalApp app) : CoordinatorPages(app)
{
    private async Task<(Guid Id, string Path, string LastName)> AskedAsync()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.Requested);
        var text = await App.ReadAsync(db => db.Mail.Where(m => m.CaseId == id && m.Template == "forfragan-till-arbetsplats").Select(m => m.Text).SingleAsync());
        return (id, Link().Match(text).Value, participant.LastName);
    }

    [Fact]
    public async Task The_link_shows_the_place_without_a_name_changes_nothing_when_opened_and_answers_once()
    {
        var (id, path, lastName) = await AskedAsync();
        using var visitor = App.Visitor();
        using var response = await visitor.GetAsync(path);
        Assert.Equal("noindex", response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
        var page = await response.DocumentAsync();
        foreach (var secret in new[] { "Robin", lastName, "070-174", "korta pauser" })
            Assert.DoesNotContain(secret, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Butiksbiträde", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(["Tacka ja", "Vi vill träffas först", "Tacka nej"], page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
        Assert.Equal(PlacementStatus.Requested, (await ReadAsync(id)).Status);

        using var without = await visitor.PostFormAsync(path, button: "Tacka nej");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var yes = await visitor.PostFormAsync(path, button: "Tacka ja");
        Assert.Equal("/svar/tack?svar=Yes", yes.Headers.Location?.OriginalString);
        Assert.Contains("Ni har tackat ja.", (await visitor.GetPageAsync("/svar/tack?svar=Yes")).MainText(), StringComparison.Ordinal);
        Assert.Equal(PlacementStatus.AwaitingPaper, (await ReadAsync(id)).Status);
        Assert.Empty((await visitor.GetPageAsync(path)).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Who_wants_to_meet_first_is_a_task_of_the_coordinator_and_may_still_answer()
    {
        var (id, path, _) = await AskedAsync();
        using var visitor = App.Visitor();
        (await visitor.PostFormAsync(path, button: "Vi vill träffas först")).Dispose();
        var page = await visitor.GetPageAsync(path);
        Assert.Equal(["Tacka ja", "Tacka nej"], page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));
        using var client = await App.SignInAsAsync(Role.UnitManager);
        Assert.Contains("Arbetsplatsen vill träffas innan den svarar.", (await client.GetPageAsync("/att-gora")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Arbetsplatsen vill träffas först", (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_workplace_says_on_the_telephone_is_recorded_with_who_said_it()
    {
        var (id, _, _) = await AskedAsync();
        using var client = await App.SignInAsAsync(Role.Consultant);
        var form = $"/placeringar/{id}/arbetsplatsens-svar";
        Assert.NotNull((await client.GetPageAsync($"/placeringar/{id}")).QuerySelector($"main a[href='{form}']"));
        var no = new Dictionary<string, string?> { ["Input.Kind"] = "No", ["Said.Channel"] = "Phone", ["Said.SaidBy"] = "Kim Kontakt" };
        using var refused = await client.PostFormAsync(form, no);
        await AssertRefusedAsync(refused, "Varför passar det inte?");
        using var saved = await client.PostFormAsync(form, new Dictionary<string, string?>(no) { ["Input.Code"] = "HighLoad" });
        await AssertDoneAsync(client, saved, $"/placeringar/{id}", "Arbetsplatsens nej är registrerat, och platsen är ledig.");
        Assert.Contains("Arbetsplatsen tackade nej (telefon, Kim Kontakt)", (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: (await ReadAsync(id)).EmployerId);
        Assert.Contains("Telefon, Kim Kontakt.", (await employer.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.Equal("Kim Kontakt", await App.ReadAsync(db => db.Behalves.Where(b => b.CaseId == id).Select(b => b.SaidBy).SingleAsync()));
    }

    [GeneratedRegex(@"/svar\?nyckel=[\w-]+")]
    private static partial Regex Link();
}
