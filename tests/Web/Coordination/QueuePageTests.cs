using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class QueuePageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task An_empty_queue_says_so_and_ones_own_comes_first()
    {
        await PlacementAsync(PlacementStatus.AwaitingPaper);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.DoesNotContain("Provperson", (await client.GetPageAsync("/att-gora")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Provperson", (await client.GetPageAsync("/att-gora?vilka=alla")).MainText(), StringComparison.Ordinal);
        using var other = await App.SignInAsAsync(Role.UnitManager, Verksamhetsgren.Kaa);
        Assert.DoesNotContain("Provperson", (await other.GetPageAsync("/att-gora?vilka=alla")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_thing_that_waits_has_a_sentence_and_a_link()
    {
        var (_, _, asked) = await PlacementAsync(PlacementStatus.Requested);
        var (_, _, papers) = await PlacementAsync(PlacementStatus.AwaitingPaper);
        var (_, _, ended) = await PlacementAsync(PlacementStatus.Ended);
        var (offer, _, starts) = await PlacementAsync(PlacementStatus.ReadyToStart);
        await Stage.OfferAsync(await Stage.WorkplaceAsync());
        using var client = await App.SignInAsAsync(Role.UnitManager);

        var page = await client.GetPageAsync("/att-gora");
        Assert.Equal("Att göra", page.QuerySelector("nav[aria-label=Huvudmeny] a[aria-current]")!.TextContent);
        Assert.Contains($"Startar {offer.From.Written()}", await SentenceAsync(client, starts, App, offer.From.AddDays(-7)), StringComparison.Ordinal);
        Assert.Matches("inget svar på ([3-9]|[0-9]{2}) arbetsdagar. Ring arbetsplatsen.", await SentenceAsync(client, asked, App));
        Assert.Contains("Registrera papperet", await SentenceAsync(client, papers, App), StringComparison.Ordinal);
        Assert.Contains("Hur gick det sedan?", await SentenceAsync(client, ended, App), StringComparison.Ordinal);
        page = await client.GetPageAsync("/att-gora");
        Assert.NotNull(page.QuerySelector($"a[href='/placeringar/{starts}/start']"));
        Assert.NotNull(page.QuerySelector($"a[href='/placeringar/{papers}/overenskommelse']"));
        Assert.NotNull(page.QuerySelector($"a[href='/placeringar/{ended}/resultat']"));
    }

    [Fact]
    public async Task A_request_of_today_does_not_wait_for_anybody_here()
    {
        var (_, _, asked) = await PlacementAsync(PlacementStatus.Requested);
        using var client = await App.SignInAsAsync(Role.UnitManager);
        Assert.Null((await client.GetPageAsync("/att-gora")).QuerySelector($"a[href='/placeringar/{asked}']"));
    }

    private static async Task<string> SentenceAsync(HttpClient client, Guid id, PortalApp app, DateOnly? on = null)
    {
        if (on is { } day && day > app.Clock.Today())
            app.Clock.SetStockholm(day);
        var page = await client.GetPageAsync("/att-gora");
        return page.QuerySelector($".tasks a[href='/placeringar/{id}']")?.ParentElement!.TextContent ?? $"{id} is not in the queue";
    }
}
