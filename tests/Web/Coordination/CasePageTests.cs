using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class CasePageTests(PortalApp app) : CoordinatorPages(app)
{
    private static readonly Dictionary<PlacementAction, string> Slugs = new()
    {
        [PlacementAction.Accept] = "arbetsplatsens-svar", [PlacementAction.Answer] = "svar", [PlacementAction.Pencil] = "preliminarboka", [PlacementAction.Release] = "dela", [PlacementAction.Withdraw] = "aterta", [PlacementAction.Request] = "fraga",
        [PlacementAction.Agreement] = "overenskommelse/visa", [PlacementAction.Paper] = "overenskommelse", [PlacementAction.BeforeStart] = "fore-start", [PlacementAction.Start] = "start", [PlacementAction.End] = "avsluta", [PlacementAction.Outcome] = "resultat",
        [PlacementAction.Replan] = "forlang", [PlacementAction.Pause] = "uppehall", [PlacementAction.EndPause] = "uppehall/andra",
        [PlacementAction.Support] = "stodbeslut", [PlacementAction.Cancel] = "slapp", [PlacementAction.Void] = "makulera",
    };

    public static TheoryData<string> Routes() => ["", .. Slugs.Values.Select(s => "/" + s)];

    [Theory]
    [InlineData(PlacementStatus.Proposed)]
    [InlineData(PlacementStatus.Requested)]
    [InlineData(PlacementStatus.AwaitingPaper)]
    [InlineData(PlacementStatus.Running)]
    [InlineData(PlacementStatus.Ended)]
    public async Task The_case_says_what_happens_now_and_links_the_steps_that_can_be_taken(PlacementStatus status)
    {
        var (offer, _, id) = await PlacementAsync(status);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var page = await client.GetPageAsync($"/placeringar/{id}");
        var facts = new CaseFacts(status, offer.Form, offer.From, offer.To, App.Clock.Today())
        {
            ParticipantSaidYes = status > PlacementStatus.Pencilled, Released = status > PlacementStatus.Pencilled,
        };
        Assert.Contains(WhatNow.For(Party.Coordinator, facts), page.QuerySelector(".next-step")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            PlacementTransitions.Buttons(facts, new HashSet<Role> { Role.Coordinator }).Select(s => $"/placeringar/{id}/{Slugs[s]}").Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".next-step a.ds-button").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        foreach (var link in page.QuerySelectorAll(".next-step a.ds-button"))
            Assert.NotNull((await client.GetPageAsync(link.GetAttribute("href")!)).QuerySelector("main form[method=post]"));
        Assert.Equal(status, (await ReadAsync(id)).Status);
    }

    [Fact]
    public async Task History_is_told_in_swedish_with_who_and_when()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Requested);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var rows = (await client.GetPageAsync($"/placeringar/{id}")).QuerySelectorAll("table.compact tbody tr")
            .Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        Assert.Equal(["Arbetsplatsen tillfrågad", "Uppgifter delade med arbetsplatsen", "Deltagaren tackade ja", "Plats föreslagen"], rows.Select(r => r[1]));
        Assert.All(rows, r => Assert.Equal("Test Coordinator", r[2]));
        Assert.All(rows, r => Assert.StartsWith($"{App.Clock.Today().Brief()} ", r[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_a_case_is_logged()
    {
        var (_, _, id) = await PlacementAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        await client.GetPageAsync($"/placeringar/{id}");
        await App.Services.GetRequiredService<ReadLog>().FlushAsync();
        Assert.True(await App.ReadAsync(db => db.ReadLog.AnyAsync(r => r.SubjectId == id && r.SubjectKind == "Placement")));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Another_grens_case_is_not_found_and_cannot_be_changed(string route)
    {
        var (_, _, id) = await PlacementAsync();
        using var own = await App.SignInAsAsync(Role.Coordinator);
        using var other = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Socialtjanst);
        using var response = await other.GetAsync($"/placeringar/{id}{route}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);

        var window = await other.GetPageAsync("/deltagare");
        var before = (await ReadAsync(id)).Version;
        using var posted = await PostFromOldWindowAsync(other, window, $"/placeringar/{id}{route}", ("Input.Yes", "true"), ("Input.Reason", "Cancelled"));
        Assert.True(posted.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, posted.StatusCode.ToString());
        Assert.Equal(before, (await ReadAsync(id)).Version);
    }

    [Fact]
    public async Task The_list_has_ones_own_first_and_all_on_request()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.Requested);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains("Inga placeringar här", (await client.GetPageAsync("/placeringar")).MainText(), StringComparison.Ordinal);
        var all = await client.GetPageAsync("/placeringar?vilka=alla&lage=Requested");
        Assert.Equal($"Robin {participant.LastName}", all.QuerySelector($"a[href='/placeringar/{id}']")!.TextContent);
        Assert.Null((await client.GetPageAsync("/placeringar?vilka=alla&lage=Running")).QuerySelector($"a[href='/placeringar/{id}']"));

        using var manager = await App.SignInAsAsync(Role.UnitManager);
        Assert.NotNull((await manager.GetPageAsync("/placeringar?lage=Requested")).QuerySelector($"a[href='/placeringar/{id}']"));
        using var other = await App.SignInAsAsync(Role.UnitManager, Verksamhetsgren.Kaa);
        Assert.DoesNotContain("Provperson", (await other.GetPageAsync("/placeringar?vilka=alla")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_turns_its_pages_with_the_latest_start_first()
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(), o => o with { Slots = 1 });
        for (var i = 0; i < 27; i++)
            await PlacementAsync(on: offer);
        using var client = await App.SignInAsAsync(Role.UnitManager);
        var first = await client.GetPageAsync("/placeringar?lage=Proposed");
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.DoesNotContain("provperson", next, StringComparison.OrdinalIgnoreCase);
        var second = await client.GetPageAsync("/placeringar" + next);
        Assert.True(second.QuerySelector("a[rel=prev]") is not null, next + second.MainText());
        Assert.Empty(first.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")).Intersect(second.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href"))));
    }
}
