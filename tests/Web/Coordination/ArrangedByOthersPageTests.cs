using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class ArrangedByOthersPageTests(PortalApp app) : CoordinatorPages(app)
{
    private const string Url = "/placeringar/avtalad";

    [Fact]
    public async Task A_placement_without_a_name_is_registered_at_a_workplace_that_is_found()
    {
        var workplace = await Stage.WorkplaceAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var url = await SearchAsync(workplace.EmployerId);
        var form = await client.GetPageAsync(url);
        Assert.Contains(form.QuerySelectorAll("[name='Input.WorkplaceId']"), e => e.GetAttribute("value") == $"{workplace.Id}");
        using var response = await client.PostFormAsync(form, url, Fields(workplace));

        var placement = await App.ReadAsync(db => db.Placements.SingleAsync(p => p.WorkplaceId == workplace.Id));
        await AssertDoneAsync(client, response, $"/placeringar/{placement.Id}", "Placeringen är registrerad.");
        Assert.Equal((PlacementStatus.Running, Referrer.Af, true), (placement.Status, placement.ReferredBy, placement.IsNameless));
        var page = await client.GetPageAsync($"/placeringar/{placement.Id}");
        Assert.Equal("Arbetsförmedlingen", Fact(page, "Redan avtalad, förmedlad av"));
        Assert.StartsWith("Utan namn", Fact(page, "Person"), StringComparison.Ordinal);
        Assert.Contains("Utan namn", (await client.GetPageAsync("/placeringar")).MainText(), StringComparison.Ordinal);

        using var employer = await App.SignInAsAsync(Role.EmployerReader, employerId: workplace.EmployerId);
        Assert.Contains("Utan namn", (await employer.GetPageAsync("/arbetsgivare/placeringar")).MainText(), StringComparison.Ordinal);
        // The place was made behind one person's placement, so its form is not told by a name that says who has decided.
        foreach (var address in new[] { $"/arbetsgivare/forfragningar/{placement.Id}", "/arbetsgivare/oversikt", "/arbetsgivare/platser", $"/arbetsgivare/platser/{placement.OfferId}" })
        {
            var text = (await employer.GetPageAsync(address)).MainText();
            Assert.Contains("Praktik", text, StringComparison.Ordinal);
            Assert.DoesNotContain("rbetsförmedling", text, StringComparison.Ordinal);
        }
        // Every page of the case opens, and the verbs that need a person are not among its buttons.
        Assert.DoesNotContain("Överenskommelsen", page.QuerySelector(".next-step")!.TextContent, StringComparison.Ordinal);
        foreach (var verb in new[] { "avsluta", "fore-start", "resultat", "overenskommelse", "overenskommelse/visa", "start", "makulera", "kopiera" })
            await client.GetPageAsync($"/placeringar/{placement.Id}/{verb}");
    }

    [Fact]
    public async Task What_is_typed_of_a_new_workplace_stays_when_it_is_refused_and_nothing_is_written()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var before = await App.ReadAsync(db => db.Employers.CountAsync());
        var number = Stage.NewOrgNumber();
        var fields = Fields(null);
        using (var none = await client.PostFormAsync(Url, fields))
            await AssertRefusedAsync(none, "Sök fram arbetsplatsen och välj den i listan, eller fyll i den nya arbetsplatsen.");
        fields["Input.OrgNumber"] = number;
        fields["Input.EmployerName"] = "Nya bageriet";
        using (var half = await client.PostFormAsync(Url, fields))
        {
            var page = await AssertRefusedAsync(half, "Gatuadress: Uppgiften måste fyllas i.");
            Assert.Equal("Nya bageriet", page.QuerySelector("[name='Input.EmployerName']")!.GetAttribute("value"));
            Assert.True(page.QuerySelector("main details")!.HasAttribute("open"));
        }
        foreach (var (name, value) in NewWorkplace)
            fields[name] = value;
        fields["Input.To"] = $"{App.Clock.Today().AddDays(-40):yyyy-MM-dd}";
        using (var reversed = await client.PostFormAsync(Url, fields))
        {
            var page = await AssertRefusedAsync(reversed, "Slutdatumet ligger före startdatumet");
            Assert.Equal(number, page.QuerySelector("[name='Input.OrgNumber']")!.GetAttribute("value"));
        }
        Assert.Equal(before, await App.ReadAsync(db => db.Employers.CountAsync()));

        fields["Input.To"] = null;
        using var response = await client.PostFormAsync(Url, fields);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(EmployerStatus.Approved, await App.ReadAsync(db => db.Employers.Where(e => e.OrgNumberDigits == number).Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_consultant_registers_no_employer()
    {
        using var client = await App.SignInAsAsync(Role.Consultant);
        var fields = Fields(null);
        foreach (var (name, value) in NewWorkplace)
            fields[name] = value;
        (fields["Input.OrgNumber"], fields["Input.EmployerName"]) = (Stage.NewOrgNumber(), "Nya bageriet");
        using var response = await client.PostFormAsync(Url, fields);
        await AssertRefusedAsync(response, "Organisationsnummer: Din roll får inte göra detta.");
    }

    [Fact]
    public async Task What_our_rules_have_against_anothers_decision_is_told_once()
    {
        var workplace = await Stage.WorkplaceAsync();
        var child = await Stage.ParticipantAsync(birthDate: App.Clock.Today().AddYears(-15));
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var url = $"{await SearchAsync(workplace.EmployerId)}&deltagare={child.Id}";
        var fields = Fields(workplace);
        fields.Remove("Input.Sex");
        using var response = await client.PostFormAsync(url, fields);
        var address = response.Headers.Location!.OriginalString;
        Assert.Contains("är till för åldrarna", (await client.GetPageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("är till för åldrarna", (await client.GetPageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(child.Id, await App.ReadAsync(db => db.Placements.Where(p => p.WorkplaceId == workplace.Id).Select(p => p.ParticipantId).SingleAsync()));
    }

    [Fact]
    public async Task Another_grens_participant_is_not_found_and_its_nameless_ones_are_not_seen()
    {
        var workplace = await Stage.WorkplaceAsync();
        var other = await Stage.ParticipantAsync(Verksamhetsgren.Skola);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using (var response = await client.GetAsync($"{Url}?deltagare={other.Id}"))
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using (var made = await client.PostFormAsync(await SearchAsync(workplace.EmployerId), Fields(workplace)))
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var id = await App.ReadAsync(db => db.Placements.Where(p => p.WorkplaceId == workplace.Id).Select(p => p.Id).SingleAsync());
        using var school = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Skola);
        using var hidden = await school.GetAsync($"/placeringar/{id}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task An_own_place_is_registered_and_a_refusal_keeps_what_was_typed()
    {
        var (workplace, participant) = (await Stage.WorkplaceAsync(), await Stage.ParticipantAsync());
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains(participant.Id.ToString(), (await client.GetPageAsync($"/deltagare/{participant.Id}")).QuerySelector("a[href$='egen-plats']")!.GetAttribute("href")!, StringComparison.Ordinal);
        var name = await NameAsync(workplace.EmployerId);
        var url = $"/deltagare/{participant.Id}/egen-plats?q={Uri.EscapeDataString(name)}";
        var fields = new Dictionary<string, string?>
        {
            ["Input.WorkplaceId"] = $"{workplace.Id}", ["Input.Form"] = "Praktik", ["Input.Title"] = "Cykelreparatör", ["Input.Tasks"] = "Laga punkteringar.",
            ["Input.From"] = $"{App.Clock.Today().AddDays(10):yyyy-MM-dd}", ["Input.To"] = $"{App.Clock.Today().AddYears(2):yyyy-MM-dd}",
        };
        using (var tooLong = await client.PostFormAsync(url, fields, "Registrera platsen"))
        {
            var page = await AssertRefusedAsync(tooLong, "Perioden är för lång.");
            Assert.Equal("Cykelreparatör", page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
            Assert.Equal($"{workplace.Id}", page.QuerySelector("[name='Input.WorkplaceId'][checked]")?.GetAttribute("value"));
        }
        Assert.False(await App.ReadAsync(db => db.Offers.AnyAsync(o => o.WorkplaceId == workplace.Id)));
        fields["Input.To"] = $"{App.Clock.Today().AddDays(70):yyyy-MM-dd}";
        fields["Input.WorkplaceSaidYes"] = "true";
        using var response = await client.PostFormAsync(url, fields, "Registrera platsen");
        var placement = await App.ReadAsync(db => db.Placements.SingleAsync(p => p.WorkplaceId == workplace.Id));
        await AssertDoneAsync(client, response, $"/placeringar/{placement.Id}", "Platsen är registrerad, och arbetsplatsens ja är antecknat.");
        Assert.Equal(PlacementStatus.AwaitingPaper, placement.Status);
    }

    [Fact]
    public async Task A_placement_is_copied_to_those_who_are_searched_for()
    {
        var (offer, _, source) = await PlacementAsync(change: o => o with { Slots = 3 });
        var (one, two, three) = (await Stage.ParticipantAsync(), await Stage.ParticipantAsync(), await Stage.ParticipantAsync());
        await App.ReadAsync(async db =>
        {
            foreach (var person in new[] { one, two, three })
                await EnVagUt.Core.Ground.Data.SearchIndex.SetAsync(db, EnVagUt.Core.Ground.Data.SearchOwner.Participant, person.Id, ["Kopieras"], Ct);
            return await db.SaveChangesAsync(Ct);
        });
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var url = $"/placeringar/{source}/kopiera";
        using var search = await client.PostFormAsync(url, new Dictionary<string, string?> { ["Search.Terms"] = "kopieras" }, "Sök");
        var found = search.Headers.Location!.OriginalString;
        Assert.DoesNotContain("kopieras", found, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2 av anmälans platser är lediga", (await client.GetPageAsync(found)).MainText(), StringComparison.Ordinal);

        Task<HttpResponseMessage> CopyAsync(params Guid[] people) =>
            client.PostFormAsync(found, people.Select(p => KeyValuePair.Create("Input.ParticipantIds", (string?)$"{p}")), "Föreslå platsen för dem");
        using (var none = await CopyAsync())
            await AssertRefusedAsync(none, "Deltagare: Uppgiften måste fyllas i.");
        using (var many = await CopyAsync(one.Id, two.Id, three.Id))
        {
            var page = await AssertRefusedAsync(many, "3 är valda, men bara 2 av anmälans platser är lediga");
            Assert.Equal(3, page.QuerySelectorAll("[name='Input.ParticipantIds'][checked]").Length);
        }
        Assert.Equal(1, await App.ReadAsync(db => db.Placements.CountAsync(p => p.OfferId == offer.Id)));
        using var response = await CopyAsync(one.Id, two.Id);
        await AssertDoneAsync(client, response, "/placeringar", "2 deltagare är föreslagna. Inget är bokat än.");
        Assert.Equal(3, await App.ReadAsync(db => db.Placements.CountAsync(p => p.OfferId == offer.Id)));
    }

    [Fact]
    public async Task Whom_a_copy_does_not_fit_is_named_with_the_reason()
    {
        var (_, _, source) = await PlacementAsync(change: o => o with { Slots = 3 });
        var child = await Stage.ParticipantAsync(birthDate: App.Clock.Today().AddYears(-14));
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var window = await client.GetPageAsync($"/placeringar/{source}/kopiera");
        using var response = await PostFromOldWindowAsync(client, window, $"/placeringar/{source}/kopiera", ("Input.ParticipantIds", $"{child.Id}"));
        await AssertRefusedAsync(response, $"Robin {child.LastName} kan inte få platsen. Praktik är till för åldrarna 16–65.");
    }

    [Fact]
    public async Task A_placement_that_has_ended_is_continued_and_both_lead_to_each_other()
    {
        var (_, participant, earlier) = await PlacementAsync(PlacementStatus.Ended);
        var offer = await Stage.OfferAsync(await Stage.WorkplaceAsync(), o => o with { Title = "Trädgårdsarbetare" });
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var link = (await client.GetPageAsync($"/placeringar/{earlier}")).QuerySelectorAll("a").Single(a => a.TextContent == "Fortsätt på annan plats").GetAttribute("href")!;
        Assert.Equal($"/deltagare/{participant.Id}/foresla?fortsatter={earlier}", link);
        var propose = (await client.GetPageAsync(link)).QuerySelectorAll(".suggestions h2 a").Single(a => a.TextContent == "Trädgårdsarbetare").GetAttribute("href")!;
        using var response = await client.PostFormAsync(propose, [], "Föreslå plats");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);

        var made = await App.ReadAsync(db => db.Placements.SingleAsync(p => p.OfferId == offer.Id));
        Assert.Equal(earlier, made.ContinuesId);
        Assert.Contains("Butiksbiträde", Fact(await client.GetPageAsync($"/placeringar/{made.Id}"), "Fortsättning av")!, StringComparison.Ordinal);
        Assert.Contains("Trädgårdsarbetare", Fact(await client.GetPageAsync($"/placeringar/{earlier}"), "Fortsätter i")!, StringComparison.Ordinal);
        var other = await Stage.ParticipantAsync();
        using var wrong = await client.GetAsync($"/deltagare/{other.Id}/foresla?fortsatter={earlier}");
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    private static readonly Dictionary<string, string> NewWorkplace = new()
    {
        ["Input.Sector"] = "Private", ["Input.Branch"] = "Hospitality", ["Input.Size"] = "From5To9", ["Input.WorkplaceName"] = "Bageriet",
        ["Input.StreetAddress"] = "Brödgatan 1", ["Input.PostalCode"] = "123 45", ["Input.City"] = "Lindköping", ["Input.Employees"] = "6", ["Input.ContactName"] = "Bo Bagare",
    };

    private Dictionary<string, string?> Fields(Workplace? workplace)
    {
        var today = $"{App.Clock.Today():yyyy-MM-dd}";
        var fields = new Dictionary<string, string?>
        {
            ["Input.Form"] = "AfPraktik", ["Input.ReferredBy"] = "Af", ["Input.DoneOn"] = today, ["Input.Reference"] = "AF 17",
            ["Input.From"] = today, ["Input.To"] = $"{App.Clock.Today().AddMonths(2):yyyy-MM-dd}", ["Input.On"] = today, ["Input.Sex"] = "Man",
        };
        if (workplace is not null)
            fields["Input.WorkplaceId"] = $"{workplace.Id}";
        return fields;
    }

    private Task<string> NameAsync(Guid employerId) => App.ReadAsync(async db =>
    {
        var name = await db.Employers.Where(e => e.Id == employerId).Select(e => e.Name).SingleAsync(Ct);
        await EnVagUt.Core.Ground.Data.SearchIndex.SetAsync(db, EnVagUt.Core.Ground.Data.SearchOwner.Employer, employerId, [name], Ct);
        await db.SaveChangesAsync(Ct);
        return name;
    });

    private async Task<string> SearchAsync(Guid employerId) => $"{Url}?q={Uri.EscapeDataString(await NameAsync(employerId))}";
}
