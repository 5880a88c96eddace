using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class PlacesPageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task The_search_understands_work_extent_area_and_time_of_day()
    {
        var kitchen = await IndexedAsync("Köksbiträde", "deltid Centrum mån–ons fm");
        await IndexedAsync("Köksbiträde", "heltid Centrum mån–fre fm och em");
        using var client = await App.SignInAsAsync(Role.BusinessContact);
        var page = await client.GetPageAsync("/platser?q=k%C3%B6k+deltid+centrum+fm");
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal($"/platser/{kitchen.Id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(
            ["Köksbiträde", "Praktik", "Butiken, " + await EmployerAsync(kitchen), "Centrum", kitchen.Period.ToString(), "mån–fre fm och em", "1 av 1"],
            row.Children.Select(c => c.TextContent));
    }

    [Fact]
    public async Task What_is_free_is_counted_from_bookings()
    {
        var offer = await IndexedAsync("Trädgård", "räknas", o => o with { Slots = 3 });
        await PlacementAsync(PlacementStatus.Pencilled, on: offer);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Equal("2 av 3", (await client.GetPageAsync("/platser?q=r%C3%A4knas")).QuerySelector("td.number")!.TextContent);
    }

    [Fact]
    public async Task The_form_narrows_the_list()
    {
        await IndexedAsync("Lager", "smalna");
        var language = await IndexedAsync("Lager", "smalna", o => o with { Form = Form.Spraktraning });
        var job = await IndexedAsync("Lager", "smalna", o => o with { Form = Form.Employment, Supports = [Lonestod.Nystartsjobb] });
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Equal(3, (await client.GetPageAsync("/platser?q=smalna")).QuerySelectorAll("tbody tr").Length);
        var one = Assert.Single((await client.GetPageAsync("/platser?q=smalna&form=spraktraning")).QuerySelectorAll("tbody tr"));
        Assert.Equal(($"/platser/{language.Id}", "Språkträning"), (one.QuerySelector("a")!.GetAttribute("href"), one.QuerySelector("[data-label=Form]")!.TextContent));
        Assert.Equal($"/platser/{job.Id}", Assert.Single((await client.GetPageAsync("/platser?q=smalna&form=lonestod")).QuerySelectorAll("tbody a")).GetAttribute("href"));
        Assert.Contains("Ingen publicerad plats stämmer", (await client.GetPageAsync("/platser?q=smalna&form=krav")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_any_hit_is_counted_as_shortage()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        for (var i = 0; i < 2; i++)
            await client.GetPageAsync("/platser?q=Snickeri+norra");
        var miss = await App.ReadAsync(db => db.SearchMisses.SingleAsync(m => m.Words == "norra snickeri"));
        Assert.Equal(2, miss.Count);
        Assert.Equal(1, miss.Month.Day);
    }

    [Fact]
    public async Task The_list_is_turned_by_key_and_keeps_what_was_searched_for()
    {
        foreach (var i in Enumerable.Range(0, 26))
            await IndexedAsync($"Bageri {i:00}", "bladdra");
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var first = await client.GetPageAsync("/platser?q=bladdra");
        Assert.Equal("Bageri 00", first.QuerySelector("tbody a")!.TextContent);
        Assert.Contains("26 platsanmälningar", first.MainText(), StringComparison.Ordinal);
        var second = await client.GetPageAsync("/platser" + first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("Bageri 25", Assert.Single(second.QuerySelectorAll("tbody a")).TextContent);
        Assert.NotNull(second.QuerySelector("a[rel=prev]"));
    }

    private async Task<Offer> IndexedAsync(string title, string words, Func<OfferDetails, OfferDetails>? change = null)
    {
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(), o => change?.Invoke(o with { Title = title }) ?? o with { Title = title });
        await using var db = App.Database.Open();
        await SearchIndex.SetAsync(db, SearchOwner.Offer, offer.Id, [title, words], Ct);
        await db.SaveChangesAsync(Ct);
        return offer;
    }

    private Task<string> EmployerAsync(Offer offer) => App.ReadAsync(db => db.Employers.Where(e => e.Id == offer.EmployerId).Select(e => e.Name).SingleAsync());
}
