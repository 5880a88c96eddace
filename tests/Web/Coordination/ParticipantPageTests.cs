using System.Globalization;
using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class ParticipantPageTests(PortalApp app) : CoordinatorPages(app)
{
    private static Dictionary<string, string?> Fields(string lastName) => new()
    {
        ["Input.FirstName"] = "Åsa", ["Input.LastName"] = lastName, ["Input.BirthDate"] = "1998-03-24", ["Input.Sex"] = "Woman",
        ["Input.TargetGroup"] = "A", ["Input.Education"] = "PreGymnasium", ["Input.ExtentPercent"] = "50", ["Input.Swedish"] = "Everyday",
        ["Input.Wish"] = "Vill vara i kök", ["Input.Email"] = "asa@exempel.se", ["Input.Phone"] = "070-174 06 15",
    };

    [Fact]
    public async Task A_participant_is_registered_and_becomes_ones_own()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var form = await client.GetPageAsync("/deltagare/ny");
        Assert.Contains("skyddade personuppgifter", form.MainText(), StringComparison.Ordinal);
        Assert.Equal("9900", form.QuerySelector("[name='Input.HomeMunicipality'] option[selected]")!.GetAttribute("value"));
        Assert.Null(form.QuerySelector("[name='Input.Gren']"));

        using var response = await client.PostFormAsync(form, "/deltagare/ny", Fields("Exempelöv"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var page = await client.GetPageAsync(response.Headers.Location!.OriginalString);
        Assert.Equal("Åsa Exempelöv är registrerad.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("24 mars 1998, 28 år", Fact(page, "Född"));
        Assert.Equal("Test Coordinator (du)", Fact(page, "Ansvarig"));
        Assert.Equal("Grupp 2: 20–29 år. Går före inom gruppen: saknar gymnasieexamen.", Fact(page, "Prioritet"));
        Assert.Equal("Lindköping", Fact(page, "Hemkommun"));
        Assert.Contains("Inget är på gång", page.MainText(), StringComparison.Ordinal);
        var stored = await App.ReadAsync(db => db.Participants.SingleAsync(p => p.LastName == "Exempelöv"));
        Assert.Equal((Verksamhetsgren.Arbetsmarknad, SwedishLevel.Everyday, 50), (stored.Gren, stored.Swedish, stored.ExtentPercent));
    }

    [Fact]
    public async Task A_refused_registration_comes_back_as_it_was_typed()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var refused = await client.PostFormAsync("/deltagare/ny",
            new Dictionary<string, string?>(Fields("Provhult")) { ["Input.BirthDate"] = "2025-03-24", ["Input.PersonNumber"] = "" });
        var page = await AssertRefusedAsync(refused, "Födelsedatum: Personen ska vara mellan 13 och 67 år.");
        Assert.Equal("Provhult", page.QuerySelector("[name='Input.LastName']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name='Input.Sex'][value=Woman][checked]"));

        using var empty = await client.PostFormAsync("/deltagare/ny", new Dictionary<string, string?> { ["Input.FirstName"] = "Åsa", ["Input.ExtentPercent"] = "200" });
        var again = await AssertRefusedAsync(empty, "Kön (enligt folkbokföringen): Välj ett av alternativen.");
        Assert.Contains("Ange ett värde mellan 1 och 100.", again.MainText(), StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Participants.AnyAsync(p => p.LastName == "Provhult")));
    }

    [Fact]
    public async Task Somebody_of_the_same_name_is_shown_and_registered_only_with_a_reason()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var first = await client.PostFormAsync("/deltagare/ny", Fields("Namnesson"));
        var there = first.Headers.Location!.OriginalString;
        using var refused = await client.PostFormAsync("/deltagare/ny", Fields("Namnesson"));
        var page = await AssertRefusedAsync(refused, "Registrera ändå, skäl: Det finns redan någon med samma namn och födelsedatum.");
        Assert.Contains("Öppna Åsa Namnesson", page.QuerySelector($"main a[href='{there}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vill vara i kök", page.QuerySelector("[name='Input.Wish']")!.TextContent.Trim());

        var chosen = new Dictionary<string, string?>(Fields("Namnesson")) { ["Input.Because"] = "AnotherPerson" };
        using var badlyShaped = await client.PostFormAsync(page, "/deltagare/ny", new Dictionary<string, string?>(chosen) { ["Input.ExtentPercent"] = "200" });
        var kept = await AssertRefusedAsync(badlyShaped, "Ange ett värde mellan 1 och 100.");
        Assert.Equal("AnotherPerson", kept.QuerySelector("[name='Input.Because']")!.GetAttribute("value"));
        using var second = await client.PostFormAsync(page, "/deltagare/ny", chosen);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.NotEqual(there, second.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Somebody_is_closed_leaves_the_list_and_is_opened_again()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var made = await client.PostFormAsync("/deltagare/ny", Fields("Slutsson"));
        var person = made.Headers.Location!.OriginalString;
        var today = App.Clock.Today().ToString("O", CultureInfo.InvariantCulture);
        using var refused = await client.PostFormAsync($"{person}/avsluta", new Dictionary<string, string?> { ["Input.On"] = "" });
        foreach (var said in new[] { "Varför avslutas personen? Välj ett av alternativen.", "Sista dag: Fyll i uppgiften." })
            await AssertRefusedAsync(refused, said);
        using var closed = await client.PostFormAsync($"{person}/avsluta", new Dictionary<string, string?> { ["Input.Because"] = "Studies", ["Input.On"] = today });
        await AssertDoneAsync(client, closed, person, "Åsa Slutsson är avslutad.");

        var page = await client.GetPageAsync(person);
        Assert.Contains("Studier med studiemedelsrätt. Personen syns inte i listor och sökningar.", page.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Föreslå plats", page.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Slutsson", (await client.GetPageAsync("/deltagare?mina=true")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Slutsson", (await client.GetPageAsync("/deltagare?mina=true&avslutade=true")).MainText(), StringComparison.Ordinal);

        using var open = await client.PostFormAsync($"{person}/oppna-igen", []);
        await AssertDoneAsync(client, open, person, "Åsa Slutsson är öppnad igen.");
        Assert.Contains("Perioder", (await client.GetPageAsync(person)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_here_opens_the_one_who_has_it()
    {
        var fields = new Dictionary<string, string?>(Fields("Nummersson")) { ["Input.BirthDate"] = "1990-05-17", ["Input.PersonNumber"] = "19900517-9982" };
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var first = await client.PostFormAsync("/deltagare/ny", fields);
        using var again = await client.PostFormAsync("/deltagare/ny", new Dictionary<string, string?>(fields) { ["Input.LastName"] = "Annatnamn" });
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        var page = await client.GetPageAsync(again.Headers.Location!.OriginalString);
        Assert.StartsWith("Personen fanns redan i din verksamhet.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Åsa Nummersson", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Somebody_with_several_grenar_says_which_one_the_person_belongs_to()
    {
        var (user, _) = await TestUsers.AddAsync(App.Database, App.Clock, [Role.Coordinator]);
        await App.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            db.Add(new RoleGrant(user.Id, Role.Coordinator, Verksamhetsgren.Kaa));
            return await db.SaveChangesAsync();
        });
        using var client = App.SignedIn(user.Id);
        using var refused = await client.PostFormAsync("/deltagare/ny", Fields("Provgren"));
        await AssertRefusedAsync(refused, "Verksamhet: Välj vilken verksamhetsgren");
        using var response = await client.PostFormAsync("/deltagare/ny", new Dictionary<string, string?>(Fields("Provgren")) { ["Input.Gren"] = "Kaa" });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(Verksamhetsgren.Kaa, await App.ReadAsync(db => db.Participants.Where(p => p.LastName == "Provgren").Select(p => p.Gren).SingleAsync()));
    }

    [Fact]
    public async Task A_change_made_on_an_old_page_is_refused()
    {
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var old = await client.GetPageAsync($"/deltagare/{participant.Id}/andra");
        using var first = await client.PostFormAsync(old, $"/deltagare/{participant.Id}/andra", new Dictionary<string, string?> { ["Input.Wish"] = "Vill vara ute" });
        await AssertDoneAsync(client, first, $"/deltagare/{participant.Id}", "Uppgifterna är sparade.");
        using var second = await client.PostFormAsync(old, $"/deltagare/{participant.Id}/andra", new Dictionary<string, string?> { ["Input.Wish"] = "Vill vara inne" });
        var page = await AssertRefusedAsync(second, "Någon annan har ändrat uppgifterna");
        Assert.Equal("Vill vara inne", page.QuerySelector("textarea")!.TextContent);
        Assert.Equal("Vill vara ute", await App.ReadAsync(db => db.Participants.Where(p => p.Id == participant.Id).Select(p => p.Wish).SingleAsync()));
    }

    [Fact]
    public async Task Somebody_is_called_instead_of_mailed_for_a_reason_until_it_is_changed()
    {
        var participant = await Stage.ParticipantAsync(email: "robin@exempel.se");
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var url = $"/deltagare/{participant.Id}";
        (await client.PostFormAsync($"{url}/andra", new Dictionary<string, string?> { ["Input.ByHand"] = "Language" })).Dispose();
        Assert.Equal("robin@exempel.se. Ring eller skicka brev: språk", Fact(await client.GetPageAsync(url), "E-post"));
        (await client.PostFormAsync($"{url}/andra", new Dictionary<string, string?> { ["Input.Wish"] = "Vill vara ute" })).Dispose();
        Assert.Equal("robin@exempel.se. Ring eller skicka brev: språk", Fact(await client.GetPageAsync(url), "E-post"));
        (await client.PostFormAsync($"{url}/andra", new Dictionary<string, string?> { ["Input.ByHand"] = "" })).Dispose();
        Assert.Equal("robin@exempel.se", Fact(await client.GetPageAsync(url), "E-post"));
    }

    [Fact]
    public async Task A_participant_is_taken_over()
    {
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Consultant);
        using var response = await client.PostFormAsync($"/deltagare/{participant.Id}/ta-over", [], "Ta över");
        await AssertDoneAsync(client, response, $"/deltagare/{participant.Id}", $"Du är nu ansvarig för Robin {participant.LastName}.");
        Assert.Equal("Test Consultant (du)", Fact(await client.GetPageAsync($"/deltagare/{participant.Id}"), "Ansvarig"));
        Assert.Contains("Du är redan ansvarig.", (await client.GetPageAsync($"/deltagare/{participant.Id}/ta-over")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_is_posted_and_the_address_carries_no_name()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var registered = await client.PostFormAsync("/deltagare/ny", Fields("Sökperson"));
        using var searched = await client.PostFormAsync("/deltagare", new Dictionary<string, string?> { ["Input.Terms"] = "åsa sökp", ["Input.Mine"] = "true" });
        var address = searched.Headers.Location!.OriginalString;
        Assert.Matches(@"^/deltagare\?urval=[0-9a-f-]{36}&mina=true$", address);
        var page = await client.GetPageAsync(address);
        Assert.Equal("Åsa Sökperson", Assert.Single(page.QuerySelectorAll("tbody th a")).TextContent);
        Assert.Equal("åsa sökp", page.QuerySelector("[name='Input.Terms']")!.GetAttribute("value"));

        using var colleague = await App.SignInAsAsync(Role.Coordinator);
        var theirs = (await colleague.GetPageAsync(address)).MainText();
        Assert.Contains("Sökningen finns inte längre.", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Sökperson", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_turned_by_id_and_sorted_the_swedish_way()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Skola);
        foreach (var i in Enumerable.Range(0, 26))
            await Stage.ParticipantAsync(Verksamhetsgren.Skola);
        using var last = await client.PostFormAsync("/deltagare/ny", Fields("Ödman"));
        var first = await client.GetPageAsync("/deltagare");
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("27 deltagare", first.MainText(), StringComparison.Ordinal);
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Matches(@"^\?efter=[0-9a-f-]{36}$", next);
        var second = await client.GetPageAsync("/deltagare" + next);
        Assert.Equal("Åsa Ödman", second.QuerySelectorAll("tbody th a")[^1].TextContent);
        var back = await client.GetPageAsync("/deltagare" + second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(first.QuerySelectorAll("tbody th").Select(e => e.TextContent), back.QuerySelectorAll("tbody th").Select(e => e.TextContent));
    }

    [Fact]
    public async Task Those_without_a_place_under_way_can_be_singled_out()
    {
        var (_, busy, _) = await PlacementAsync(PlacementStatus.Running);
        var (_, proposed, _) = await PlacementAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var links = (await client.GetPageAsync("/deltagare?utan=true")).QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")).ToList();
        Assert.DoesNotContain($"/deltagare/{busy.Id}", links);
        Assert.Contains($"/deltagare/{proposed.Id}", links);
    }

    [Fact]
    public async Task Only_a_booking_meets_what_another_gren_has_booked()
    {
        var participant = await Stage.ParticipantAsync();
        var other = await Stage.ParticipantAsync(Verksamhetsgren.Socialtjanst, personId: participant.PersonId);
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(), o => o with { Title = "Hemlig plats" });
        var (user, grants) = await TestUsers.AddAsync(App.Database, App.Clock, [Role.Coordinator], Verksamhetsgren.Socialtjanst);
        await App.InScopeAsync(async s =>
        {
            var placements = s.GetRequiredService<PlacementService>();
            var id = await placements.ProposeAsync(new() { ParticipantId = other.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To, Cells = Cells.From([0, 3, 6]) }, Ct);
            await placements.PencilAsync(id, Ct);
            return id;
        }, v => v.BecomeUser(user.Id, grants));

        using var client = await App.SignInAsAsync(Role.Coordinator);
        var text = (await client.GetPageAsync($"/deltagare/{participant.Id}")).MainText();
        foreach (var theirs in new[] { "upptagen", "Hemlig plats", "Praktik" })
            Assert.DoesNotContain(theirs, text, StringComparison.OrdinalIgnoreCase);
        using var page = await client.GetAsync($"/deltagare/{other.Id}");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/andra")]
    [InlineData("/ta-over")]
    [InlineData("/foresla")]
    public async Task Another_grens_participant_is_not_found_and_cannot_be_changed(string route)
    {
        var participant = await Stage.ParticipantAsync();
        using var other = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        using var response = await other.GetAsync($"/deltagare/{participant.Id}{route}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var posted = await PostFromOldWindowAsync(other, await other.GetPageAsync("/deltagare"), $"/deltagare/{participant.Id}{route}");
        Assert.False(posted.IsSuccessStatusCode || posted.StatusCode == HttpStatusCode.Redirect);
        Assert.Null(await App.ReadAsync(db => db.Participants.Where(p => p.Id == participant.Id).Select(p => p.ResponsibleId).SingleAsync()));
    }

    [Fact]
    public async Task Reading_a_person_is_logged()
    {
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        await client.GetPageAsync($"/deltagare/{participant.Id}");
        await App.Services.GetRequiredService<ReadLog>().FlushAsync();
        Assert.Equal(1, await App.ReadAsync(db => db.ReadLog.CountAsync(r => r.SubjectId == participant.Id && r.SubjectKind == "Participant")));
    }
}
