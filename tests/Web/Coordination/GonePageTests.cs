using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class GonePageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task The_page_says_what_will_stop_and_then_what_was_stopped_and_the_case_says_that_it_is_silent()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.ReadyToStart);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var path = $"/deltagare/{participant.Id}/avliden-eller-flyttat";
        Assert.NotNull((await client.GetPageAsync($"/deltagare/{participant.Id}")).QuerySelector($"main a[href='{path}']"));
        Assert.Contains("till arbetsplatsen", (await client.GetPageAsync(path)).QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);

        using var ahead = await client.PostFormAsync(path, Fields(Gone.Deceased, App.Clock.Today().AddDays(1)));
        await AssertRefusedAsync(ahead, "Dagen kan inte ligga i framtiden");
        using var saved = await client.PostFormAsync(path, Fields(Gone.Deceased, App.Clock.Today()));
        await AssertDoneAsync(client, saved, path, "Uppgiften är sparad. Inga fler brev skickas.");
        Assert.NotEmpty((await client.GetPageAsync(path)).QuerySelectorAll("main tbody tr"));
        Assert.All(await App.ReadAsync(db => db.Mail.Where(m => m.CaseId == id).ToListAsync()), m => Assert.Equal(MailState.Stopped, m.State));

        var show = await client.GetPageAsync($"/deltagare/{participant.Id}");
        Assert.Contains("Inga brev skickas", show.MainText(), StringComparison.Ordinal);
        Assert.Empty(show.QuerySelectorAll($"main a[href='/deltagare/{participant.Id}/foresla']"));
        var silent = await client.GetPageAsync($"/placeringar/{id}");
        Assert.Contains("Personen är registrerad som avliden.", silent.MainText(), StringComparison.Ordinal);
        Assert.Contains("Stoppade brev", silent.MainText(), StringComparison.Ordinal);
        Assert.NotNull(silent.QuerySelector($"a[href='/placeringar/{id}/slapp']"));
    }

    [Fact]
    public async Task It_is_taken_back_with_one_button()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.Requested);
        using var client = await App.SignInAsAsync(Role.UnitManager);
        var path = $"/deltagare/{participant.Id}/avliden-eller-flyttat";
        (await client.PostFormAsync(path, Fields(Gone.Moved, App.Clock.Today()))).Dispose();
        Assert.NotNull((await ReadAsync(id)).LettersStoppedAt);
        Assert.Contains("Flyttat från kommunen", (await client.GetPageAsync($"/deltagare/{participant.Id}")).MainText(), StringComparison.Ordinal);
        using var back = await client.PostFormAsync(path, button: "Ta bort uppgiften");
        await AssertDoneAsync(client, back, $"/deltagare/{participant.Id}", "Uppgiften är borttagen. Brev skickas igen från och med nu.");
        Assert.Null((await ReadAsync(id)).LettersStoppedAt);
    }

    [Fact]
    public async Task Another_gren_is_asked_to_check_the_register_and_not_told_why()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.Requested);
        var beside = await Stage.ParticipantAsync(Verksamhetsgren.Kaa, personId: participant.PersonId);
        using var theirs = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        (await theirs.PostFormAsync($"/deltagare/{beside.Id}/avliden-eller-flyttat", Fields(Gone.Deceased, App.Clock.Today()))).Dispose();

        using var client = await App.SignInAsAsync(Role.Coordinator);
        var path = $"/deltagare/{participant.Id}/avliden-eller-flyttat";
        var texts = new List<string>();
        foreach (var page in new[] { $"/placeringar/{id}", $"/deltagare/{participant.Id}", path })
            texts.Add((await client.GetPageAsync(page)).MainText());
        Assert.All(texts, text => Assert.Contains("folkbokföringen", text, StringComparison.Ordinal));
        foreach (var told in new[] { "registrerad som avliden", "registrerad som flyttad", "Registrerat från" })
            Assert.All(texts, text => Assert.DoesNotContain(told, text, StringComparison.Ordinal));
        using var checkedNow = await client.PostFormAsync(path, button: "Allt stämmer: skicka brev igen");
        await AssertDoneAsync(client, checkedNow, $"/deltagare/{participant.Id}", "Brev skickas igen från och med nu.");
        Assert.Null((await ReadAsync(id)).LettersStoppedAt);
    }

    [Fact]
    public async Task Another_gren_gets_404_and_an_annulled_case_lists_what_was_stopped()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.Requested);
        using var other = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        using var hidden = await other.GetAsync($"/deltagare/{participant.Id}/avliden-eller-flyttat");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        using var client = await App.SignInAsAsync(Role.Coordinator);
        (await client.PostFormAsync($"/placeringar/{id}/makulera")).Dispose();
        var page = await client.GetPageAsync($"/placeringar/{id}");
        Assert.Contains("Stoppade brev", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Arbetsplatsen", page.QuerySelectorAll("td[data-label=Till]").Select(c => c.TextContent));
    }

    private static Dictionary<string, string?> Fields(Gone why, DateOnly on) => new() { ["Input.Why"] = why.ToString(), ["Input.On"] = $"{on:yyyy-MM-dd}" };
}
