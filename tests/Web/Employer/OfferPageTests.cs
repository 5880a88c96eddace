using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Employer;

public class OfferPageTests(PortalApp app) : IClassFixture<PortalApp>
{
    private Stage Stage => new(app.Database, app.Clock);

    private async Task<(Workplace Workplace, HttpClient Client)> EmployerAsync(Role role = Role.EmployerAdmin)
    {
        var workplace = await Stage.WorkplaceAsync();
        return (workplace, await app.SignInAsAsync(role, employerId: workplace.EmployerId));
    }

    private Task<Offer> SavedAsync(Guid id) => app.ReadAsync(db => db.Offers.Include(o => o.Slots).SingleAsync(o => o.Id == id));

    [Fact]
    public async Task A_published_offer_says_what_happens_now_and_can_be_paused_resumed_and_closed()
    {
        var (workplace, client) = await EmployerAsync();
        var offer = await Stage.OfferAsync(workplace);
        var url = $"/arbetsgivare/platser/{offer.Id}";
        var page = await client.GetPageAsync(url);
        Assert.Contains("Våra samordnare letar efter någon som passar", page.MainText(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{url}/andra']"));

        foreach (var (verb, message, status) in new[]
                 {
                     ("pausa", "Anmälan är pausad.", OfferStatus.Paused),
                     ("ateruppta", "Anmälan är återupptagen.", OfferStatus.Published),
                     ("avsluta", "Anmälan är avslutad.", OfferStatus.Closed),
                 })
        {
            using var answer = await client.PostFormAsync($"{url}/{verb}");
            Assert.Equal(url, answer.Headers.Location?.OriginalString);
            Assert.Equal(message, (await client.GetPageAsync(url)).QuerySelector("[role=status]")!.TextContent);
            Assert.Equal(status, (await SavedAsync(offer.Id)).Status);
        }
    }

    [Fact]
    public async Task Opening_the_page_of_a_verb_changes_nothing()
    {
        var (workplace, client) = await EmployerAsync();
        var offer = await Stage.OfferAsync(workplace);
        foreach (var verb in new[] { "pausa", "ateruppta", "avsluta", "andra", "kopiera" })
            await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}/{verb}");
        Assert.Equal(offer.Version, (await SavedAsync(offer.Id)).Version);
        Assert.Equal(1, await app.ReadAsync(db => db.Offers.CountAsync(o => o.WorkplaceId == workplace.Id)));
    }

    [Fact]
    public async Task A_verb_that_does_not_fit_the_status_is_refused()
    {
        var (workplace, client) = await EmployerAsync();
        var draft = await Stage.OfferAsync(workplace, published: false);
        using var answer = await client.PostFormAsync($"/arbetsgivare/platser/{draft.Id}/pausa");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("i det läge ärendet är i nu", (await answer.DocumentAsync()).QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_edited_and_sent_in()
    {
        var (workplace, client) = await EmployerAsync();
        var draft = await Stage.OfferAsync(workplace, published: false);
        using var answer = await client.PostFormAsync($"/arbetsgivare/platser/{draft.Id}/andra",
            new Dictionary<string, string?> { ["Input.Title"] = "Ny rubrik", ["Input.Slots"] = "3" }, "Skicka in");
        Assert.Equal($"/arbetsgivare/platser/{draft.Id}", answer.Headers.Location?.OriginalString);
        var saved = await SavedAsync(draft.Id);
        Assert.Equal(("Ny rubrik", 3, OfferStatus.Submitted), (saved.Title, saved.Slots.Count, saved.Status));
        Assert.Equal(draft.Pattern.ToString(), saved.Pattern.ToString());
    }

    [Fact]
    public async Task A_form_that_a_colleague_has_overtaken_is_refused_and_nothing_of_it_saved()
    {
        var (workplace, client) = await EmployerAsync();
        var draft = await Stage.OfferAsync(workplace, published: false);
        var url = $"/arbetsgivare/platser/{draft.Id}/andra";
        var old = await client.GetPageAsync(url);
        (await client.PostFormAsync(url, new Dictionary<string, string?> { ["Input.Title"] = "Kollegans rubrik" }, "Spara utkast")).Dispose();
        using var late = await client.PostFormAsync(old, url, new Dictionary<string, string?> { ["Input.Title"] = "Min rubrik" }, "Spara utkast");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        var page = await late.DocumentAsync();
        Assert.Contains("Någon annan har ändrat", page.QuerySelector("#fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Min rubrik", page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        Assert.Equal("Kollegans rubrik", (await SavedAsync(draft.Id)).Title);
    }

    [Fact]
    public async Task A_published_offer_is_not_edited_but_says_what_to_do_instead()
    {
        var (workplace, client) = await EmployerAsync();
        var offer = await Stage.OfferAsync(workplace);
        var page = await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}/andra");
        Assert.Contains("Anmälan går inte att ändra nu", page.MainText(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name='Input.Title']"));
    }

    [Fact]
    public async Task A_copy_keeps_everything_but_the_dates()
    {
        var (workplace, client) = await EmployerAsync();
        var offer = await Stage.OfferAsync(workplace, d => d with { Slots = 4, Requirements = "Arbetsskor" });
        var url = $"/arbetsgivare/platser/{offer.Id}/kopiera";
        var form = await client.GetPageAsync(url);
        Assert.Equal("", form.QuerySelector("[name='Input.From']")!.GetAttribute("value") ?? "");
        using var undated = await client.PostFormAsync(form, url, button: "Skicka in");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, undated.StatusCode);
        // What was true of the staffing may not be true any more.
        Assert.Empty(form.QuerySelectorAll("[name='Input.ReplacesLeaver'][checked]"));
        using var answer = await client.PostFormAsync(form, url, new Dictionary<string, string?>
        {
            ["Input.From"] = "2027-08-16", ["Input.ReplacesLeaver"] = "No", ["Input.ReemploymentRight"] = "No", ["Input.BeyondStaffing"] = "Yes",
        }, "Skicka in");
        var copy = await SavedAsync(Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]));
        Assert.NotEqual(offer.Id, copy.Id);
        Assert.Equal((offer.Title, offer.Tasks, "Arbetsskor", 4, new DateOnly(2027, 8, 16), (DateOnly?)null),
            (copy.Title, copy.Tasks, copy.Requirements, copy.Slots.Count, copy.From, copy.To));
    }

    [Fact]
    public async Task My_places_are_filtered_by_status_and_paged_by_key()
    {
        var (workplace, client) = await EmployerAsync();
        for (var i = 10; i < 40; i++)
            await Stage.OfferAsync(workplace, d => d with { Title = $"Plats {i}" });
        await Stage.OfferAsync(workplace, d => d with { Title = "Ett utkast" }, published: false);

        var first = await client.GetPageAsync("/arbetsgivare/platser");
        Assert.Contains("Ett utkast", first.MainText(), StringComparison.Ordinal);
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        var second = await client.GetPageAsync("/arbetsgivare/platser" + first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Contains("Plats 39", second.MainText(), StringComparison.Ordinal);
        Assert.Null(second.QuerySelector("a[rel=next]"));

        var drafts = await client.GetPageAsync("/arbetsgivare/platser?Lage=Draft");
        Assert.Contains("Ett utkast", drafts.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Plats 1", drafts.MainText(), StringComparison.Ordinal);
        Assert.Contains("Inga platser i läget Pausad", (await client.GetPageAsync("/arbetsgivare/platser?Lage=Paused")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_everything_and_is_offered_no_change()
    {
        var (workplace, client) = await EmployerAsync(Role.EmployerReader);
        var offer = await Stage.OfferAsync(workplace);
        var page = await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}");
        Assert.Contains("Butiksbiträde", page.MainText(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main .buttons a"));
        Assert.Null((await client.GetPageAsync("/arbetsgivare/platser")).QuerySelector("a[href='/arbetsgivare/platser/ny']"));
    }

    [Fact]
    public async Task The_administrator_of_one_employer_who_reads_for_another_changes_only_the_first()
    {
        var (mine, others) = (await Stage.WorkplaceAsync(), await Stage.WorkplaceAsync());
        var (user, _) = await TestUsers.AddAsync(app.Database, app.Clock, [Role.EmployerAdmin], employerId: mine.EmployerId);
        await app.ReadAsync(async db =>
        {
            db.RoleGrants.Add(new RoleGrant(user.Id, Role.EmployerReader, employerId: others.EmployerId));
            return await db.SaveChangesAsync();
        });
        using var client = app.SignedIn(user.Id);
        var offer = await Stage.OfferAsync(others);
        Assert.Contains("Butiksbiträde", (await client.GetPageAsync($"/arbetsgivare/platser/{offer.Id}")).MainText(), StringComparison.Ordinal);
        using var pause = await client.GetAsync($"/arbetsgivare/platser/{offer.Id}/pausa");
        Assert.Equal(HttpStatusCode.NotFound, pause.StatusCode);
        using var edit = await client.GetAsync($"/arbetsgivare/arbetsplatser/{others.Id}/andra");
        Assert.Equal(HttpStatusCode.NotFound, edit.StatusCode);
    }
}
