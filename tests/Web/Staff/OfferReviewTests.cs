using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Staff;

public class OfferReviewTests(PortalApp app) : IClassFixture<PortalApp>
{
    private Stage Stage => new(app.Database, app.Clock);

    private async Task<Offer> SubmittedAsync(string title = "Butiksbiträde", bool approved = true, Displacement? displacement = null)
    {
        var draft = await Stage.OfferAsync(await Stage.WorkplaceAsync(approved: approved),
            d => d with { Title = title, Displacement = displacement ?? Displacement.None }, published: false);
        return await app.ReadAsync(async db =>
        {
            var offer = await db.Offers.SingleAsync(o => o.Id == draft.Id);
            offer.Submit(new Stamp(null, app.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
            return offer;
        });
    }

    private Task<OfferStatus> StatusAsync(Guid id) => app.ReadAsync(db => db.Offers.Where(o => o.Id == id).Select(o => o.Status).SingleAsync());

    [Fact]
    public async Task The_oldest_offer_stands_first_and_is_published_from_its_page()
    {
        var older = await SubmittedAsync("Den äldre");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await SubmittedAsync("Den nyare");
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        var links = (await staff.GetPageAsync("/platser/granska")).QuerySelectorAll("table a").Select(a => a.GetAttribute("href")).ToList();
        Assert.True(links.IndexOf($"/platser/{older.Id}") < links.IndexOf($"/platser/{newer.Id}"));

        using var answer = await staff.PostFormAsync($"/platser/{older.Id}", button: "Publicera");
        Assert.Equal("/platser/granska", answer.Headers.Location?.OriginalString);
        Assert.Equal(OfferStatus.Published, await StatusAsync(older.Id));
        var queue = await staff.GetPageAsync("/platser/granska");
        Assert.Equal("”Den äldre” är publicerad.", queue.QuerySelector("[role=status]")!.TextContent);
        Assert.Null(queue.QuerySelector($"table a[href='/platser/{older.Id}']"));
        Assert.Equal(1, await app.ReadAsync(db => db.Mail.CountAsync(m => m.CaseId == older.Id && m.Template == "platsanmalan-publicerad")));

        using var again = await staff.PostFormAsync($"/platser/{older.Id}/publicera");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task What_is_sent_back_says_what_is_missing_to_the_employer_who_completes_it()
    {
        var offer = await SubmittedAsync();
        using var staff = await app.SignInAsAsync(Role.BusinessContact);
        using var employer = await app.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        using var unsaid = await staff.PostFormAsync($"/platser/{offer.Id}/ater", new Dictionary<string, string?> { ["Because"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);

        using var answer = await staff.PostFormAsync($"/platser/{offer.Id}/ater", new Dictionary<string, string?> { ["Because"] = "Vilka tider gäller?" });
        Assert.Equal("/platser/granska", answer.Headers.Location?.OriginalString);
        Assert.Equal(OfferStatus.Returned, await StatusAsync(offer.Id));
        Assert.Contains("Vilka tider gäller?", (await employer.GetPageAsync($"/arbetsgivare/platser/{offer.Id}")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Vilka tider gäller?", (await employer.GetPageAsync($"/arbetsgivare/platser/{offer.Id}/andra")).MainText(), StringComparison.Ordinal);
        using var completed = await employer.PostFormAsync($"/arbetsgivare/platser/{offer.Id}/andra", button: "Skicka in");
        Assert.Equal(OfferStatus.Submitted, await StatusAsync(offer.Id));
    }

    [Fact]
    public async Task The_offer_of_an_employer_who_is_not_approved_is_not_published()
    {
        var offer = await SubmittedAsync(approved: false);
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        Assert.Null((await staff.GetPageAsync($"/platser/{offer.Id}")).QuerySelector("form[action$=publicera]"));
        using var answer = await staff.PostFormAsync($"/platser/{offer.Id}/publicera");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Arbetsgivaren är inte godkänd än", (await answer.DocumentAsync()).QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(OfferStatus.Submitted, await StatusAsync(offer.Id));
    }

    [Fact]
    public async Task Answers_that_speak_against_and_a_missing_declaration_warn_and_refuse_nothing()
    {
        var offer = await SubmittedAsync(displacement: new(YesOrNo.Yes, YesOrNo.No, YesOrNo.Yes));
        using var staff = await app.SignInAsAsync(Role.BusinessContact);
        var text = (await staff.GetPageAsync($"/platser/{offer.Id}")).MainText();
        Assert.Contains("Platsen ersätter någon som har sagts upp eller slutat", text, StringComparison.Ordinal);
        Assert.Contains("Arbetsgivarens försäkran: saknas", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Den personen går först", text, StringComparison.Ordinal);

        using var noted = await staff.PostFormAsync($"/foretag/{offer.EmployerId}/forsakran",
            new Dictionary<string, string?> { ["DeclaredOn"] = $"{app.Clock.Today():yyyy-MM-dd}", ["DeclaredBy"] = "Kim Firmatecknare" });
        Assert.DoesNotContain("Arbetsgivarens försäkran: saknas", (await staff.GetPageAsync($"/platser/{offer.Id}")).MainText(), StringComparison.Ordinal);
        using var answer = await staff.PostFormAsync($"/platser/{offer.Id}", button: "Publicera");
        Assert.Equal(OfferStatus.Published, await StatusAsync(offer.Id));
    }

    [Fact]
    public async Task A_draft_is_the_employers_own()
    {
        var draft = await Stage.OfferAsync(await Stage.WorkplaceAsync(), d => d with { Title = "Ett utkast" }, published: false);
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        using var page = await staff.GetAsync($"/platser/{draft.Id}");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("Ett utkast", (await staff.GetPageAsync($"/foretag/{draft.EmployerId}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consultant_reads_the_offer_and_decides_nothing()
    {
        var offer = await SubmittedAsync();
        using var staff = await app.SignInAsAsync(Role.Consultant);
        var page = await staff.GetPageAsync($"/platser/{offer.Id}");
        Assert.Contains("Plocka upp varor", page.MainText(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main .buttons"));
    }
}
