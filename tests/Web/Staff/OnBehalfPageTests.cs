using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Staff;

/// <summary>What an employer tells on the telephone is written down on pages of its own, with who said it.</summary>
public class OnBehalfPageTests(PortalApp app) : IClassFixture<PortalApp>
{
    private Stage Stage => new(app.Database, app.Clock);

    private static Dictionary<string, string?> Told(params (string Name, string Value)[] more) =>
        new([.. more.Select(m => KeyValuePair.Create(m.Name, (string?)m.Value)), KeyValuePair.Create("Said.Channel", (string?)"Phone"), KeyValuePair.Create("Said.SaidBy", (string?)"Kim Kontakt")]);

    private Dictionary<string, string?> Offer(Workplace workplace) => Told(
        ("Input.WorkplaceId", $"{workplace.Id}"), ("Input.Title", "Lagerhjälp"), ("Input.Tasks", "Packa upp varor."), ("Input.From", $"{app.Clock.Today().AddDays(14):yyyy-MM-dd}"),
        ("Input.ReplacesLeaver", "No"), ("Input.ReemploymentRight", "No"), ("Input.BeyondStaffing", "Yes"));

    [Fact]
    public async Task A_place_is_offered_by_telephone_and_published_at_once()
    {
        var workplace = await Stage.WorkplaceAsync();
        using var staff = await app.SignInAsAsync(Role.BusinessContact);
        var employer = $"/foretag/{workplace.EmployerId}";
        Assert.NotNull((await staff.GetPageAsync(employer)).QuerySelector($"main a[href='{employer}/platser/ny']"));
        var form = (await staff.GetPageAsync($"{employer}/platser/ny")).QuerySelector("main a.card")!.GetAttribute("href")!;
        using var unsaid = await staff.PostFormAsync(form, new Dictionary<string, string?>(Offer(workplace)) { ["Said.Channel"] = null, ["Said.SaidBy"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        var refused = await unsaid.DocumentAsync();
        Assert.Contains("Vem berättade? Fyll i uppgiften.", refused.QuerySelector(".ds-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lagerhjälp", refused.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));

        using var saved = await staff.PostFormAsync(form, Offer(workplace));
        var page = await staff.GetPageAsync(saved.Headers.Location!.OriginalString);
        Assert.Contains("Inskickad (telefon, Kim Kontakt)", page.MainText(), StringComparison.Ordinal);
        var offer = await app.ReadAsync(db => db.Offers.SingleAsync(o => o.WorkplaceId == workplace.Id));
        Assert.Equal(OfferStatus.Published, offer.Status);
        using var own = await app.SignInAsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        Assert.Contains("(telefon, Kim Kontakt)", (await own.GetPageAsync($"/arbetsgivare/platser/{offer.Id}")).MainText(), StringComparison.Ordinal);

        var decide = $"/platser/{offer.Id}/at-arbetsgivaren";
        Assert.NotNull(page.QuerySelector($"main a[href='{decide}']"));
        using var paused = await staff.PostFormAsync(decide, Told(("Decision", "Pause")));
        Assert.Equal(HttpStatusCode.Redirect, paused.StatusCode);
        using var closed = await staff.PostFormAsync(decide, Told(("Decision", "Close")));
        Assert.Equal(OfferStatus.Closed, (await app.ReadAsync(db => db.Offers.SingleAsync(o => o.Id == offer.Id))).Status);
        Assert.Contains("redan avslutad", (await staff.GetPageAsync(decide)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_back_is_completed_by_telephone()
    {
        var workplace = await Stage.WorkplaceAsync();
        using var staff = await app.SignInAsAsync(Role.Coordinator);
        using var consultant = await app.SignInAsAsync(Role.Consultant);
        var form = (await staff.GetPageAsync($"/foretag/{workplace.EmployerId}/platser/ny")).QuerySelector("main a.card")!.GetAttribute("href")!;
        using var saved = await consultant.PostFormAsync(form, Offer(workplace));
        var id = (await app.ReadAsync(db => db.Offers.SingleAsync(o => o.WorkplaceId == workplace.Id))).Id;
        (await staff.PostFormAsync($"/platser/{id}/ater", new Dictionary<string, string?> { ["Because"] = "Vilka tider gäller?" })).Dispose();

        var complete = $"/platser/{id}/komplettera";
        Assert.NotNull((await staff.GetPageAsync($"/platser/{id}")).QuerySelector($"main a[href='{complete}']"));
        Assert.Contains("Vilka tider gäller?", (await staff.GetPageAsync(complete)).MainText(), StringComparison.Ordinal);
        var open = await consultant.GetPageAsync(complete);
        using var done = await staff.PostFormAsync(complete, Told(("Input.Title", "Lagerhjälp förmiddagar")));
        Assert.Equal($"/platser/{id}", done.Headers.Location?.OriginalString);
        var offer = await app.ReadAsync(db => db.Offers.SingleAsync(o => o.Id == id));
        Assert.Equal(("Lagerhjälp förmiddagar", OfferStatus.Published), (offer.Title, offer.Status));
        Assert.Contains("Bara anmälningar som har skickats tillbaka", (await staff.GetPageAsync(complete)).MainText(), StringComparison.Ordinal);
        using var late = await consultant.PostFormAsync(open, complete, Told(("Input.Title", "Lagerhjälp kvällar")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("Lagerhjälp kvällar", (await late.DocumentAsync()).QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        // What is not offered is not done as something else.
        using var wrong = await staff.PostFormAsync($"/platser/{id}/at-arbetsgivaren", Told(("Decision", "Publish")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task A_workplace_and_its_handledare_are_added_and_changed_by_telephone()
    {
        var workplace = await Stage.WorkplaceAsync();
        using var staff = await app.SignInAsAsync(Role.BusinessContact);
        var employer = $"/foretag/{workplace.EmployerId}";
        using var added = await staff.PostFormAsync($"{employer}/arbetsplatser/ny", Told(("Workplace.Name", "Lagret"), ("Workplace.StreetAddress", "Storgatan 2"), ("Workplace.PostalCode", "123 45"),
            ("Workplace.City", "Lindköping"), ("Workplace.ContactName", "Kim Kontakt"), ("Workplace.Employees", "12")));
        Assert.Equal(employer, added.Headers.Location?.OriginalString);
        Assert.Equal(2, await app.ReadAsync(db => db.Workplaces.CountAsync(w => w.EmployerId == workplace.EmployerId)));

        var card = $"{employer}/arbetsplatser/{workplace.Id}";
        using var supervisor = await staff.PostFormAsync($"{card}/handledare", Told(("Supervisor.Name", "Bo Handledare")));
        Assert.Equal(card, supervisor.Headers.Location?.OriginalString);
        var link = (await staff.GetPageAsync(card)).QuerySelectorAll("main a").Single(a => a.TextContent == "Bo Handledare").GetAttribute("href")!;
        using var left = await staff.PostFormAsync(link, Told(("Supervisor.Name", "Bo Handledare"), ("Supervisor.Phone", "070-174 06 05"), ("Active", "false")));
        Assert.Equal(card, left.Headers.Location?.OriginalString);
        var stored = await app.ReadAsync(db => db.Supervisors.SingleAsync(s => s.Name == "Bo Handledare" && s.WorkplaceId == workplace.Id));
        Assert.Equal(("070-174 06 05", false), (stored.Phone, stored.IsActive));
        Assert.Contains("Bo Handledare (inte längre handledare)", (await staff.GetPageAsync(card)).MainText(), StringComparison.Ordinal);
    }
}
