using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class ProtectPageTests(PortalApp app) : CoordinatorPages(app)
{
    private static string PathOf(Participant participant) => $"/deltagare/{participant.Id}/skyddade-uppgifter";

    [Fact]
    public async Task The_page_says_whom_to_call_and_afterwards_the_person_is_found_nowhere_by_those_who_are_not_named()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.ReadyToStart);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        Assert.Contains(participant.LastName, (await employer.GetPageAsync("/arbetsgivare/placeringar")).MainText(), StringComparison.Ordinal);
        Assert.NotNull((await client.GetPageAsync($"/deltagare/{participant.Id}")).QuerySelector($"main a[href='{PathOf(participant)}']"));
        var before = await client.GetPageAsync(PathOf(participant));
        Assert.Contains("Kim Kontakt", before.MainText(), StringComparison.Ordinal);
        Assert.Contains("vet förnamn, efternamn och telefon", before.MainText(), StringComparison.Ordinal);

        using var done = await client.PostFormAsync(PathOf(participant));
        await AssertDoneAsync(client, done, "/deltagare", "Personen är skyddad och syns bara för dem som är utsedda för det.");
        foreach (var address in new[] { $"/deltagare/{participant.Id}", $"/placeringar/{id}", $"/placeringar/{id}/overenskommelse/visa", PathOf(participant) })
        {
            using var hidden = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }
        foreach (var list in new[] { "/deltagare", "/deltagare?skyddade=true", "/placeringar?vilka=alla", "/att-gora?vilka=alla" })
            Assert.DoesNotContain(participant.LastName, (await client.GetPageAsync(list)).MainText(), StringComparison.Ordinal);
        foreach (var page in new[] { "/arbetsgivare/placeringar", "/arbetsgivare/oversikt" })
            Assert.DoesNotContain(participant.FirstName, (await employer.GetPageAsync(page)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_named_find_the_person_in_a_list_of_its_own_or_by_number_and_never_by_name()
    {
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var made = await client.PostFormAsync("/deltagare/ny", Fields());
        var person = made.Headers.Location!.OriginalString;
        using var named = await App.SignInAsAsync(Role.Consultant, named: true);
        using var protect = await named.PostFormAsync($"{person}/skyddade-uppgifter");
        await AssertDoneAsync(named, protect, $"{person}/skyddade-uppgifter", "Personen är skyddad. Ring nu de arbetsplatser som redan vet något.");

        Assert.DoesNotContain("Skyddsson", (await named.GetPageAsync("/deltagare")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Skyddsson", (await named.GetPageAsync("/deltagare?skyddade=true")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Skyddade uppgifter", (await named.GetPageAsync(person)).MainText(), StringComparison.Ordinal);
        using var byName = await named.PostFormAsync("/deltagare", new Dictionary<string, string?> { ["Input.Terms"] = "Skyddsson" });
        Assert.DoesNotContain("Åsa", (await named.GetPageAsync(byName.Headers.Location!.OriginalString)).MainText(), StringComparison.Ordinal);
        using var byNumber = await named.PostFormAsync("/deltagare", new Dictionary<string, string?> { ["Input.Terms"] = "19900517-9982" });
        Assert.Equal(person, byNumber.Headers.Location!.OriginalString);
        using var refused = await client.PostFormAsync("/deltagare", new Dictionary<string, string?> { ["Input.Terms"] = "199005179982" });
        await AssertDoneAsync(client, refused, "/deltagare", "Ingen i din verksamhet har det personnumret.");
        Assert.False(await App.ReadAsync(db => db.SavedSelections.AnyAsync(s => s.Terms.Contains("9982"))));

        // Another gren registers the number, and whoever does it is not named.
        using var other = await App.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        using var registered = await other.PostFormAsync("/deltagare/ny", Fields());
        await AssertDoneAsync(other, registered, "/deltagare", "Personen är registrerad. Personen har skyddade uppgifter. Bara de som är utsedda för det ser personen. Prata med din chef.");
    }

    [Fact]
    public async Task Two_of_the_named_lift_it()
    {
        var participant = await Stage.ParticipantAsync();
        using var first = await App.SignInAsAsync(Role.Coordinator, named: true);
        (await first.PostFormAsync(PathOf(participant))).Dispose();
        using var asked = await first.PostFormAsync(PathOf(participant), button: "Begär att skyddet hävs");
        await AssertDoneAsync(first, asked, PathOf(participant), "Det är antecknat. En annan av dem som är utsedda häver skyddet.");
        Assert.DoesNotContain("Häv skyddet", (await first.GetPageAsync(PathOf(participant))).QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));

        using var second = await App.SignInAsAsync(Role.Consultant, named: true);
        using var lifted = await second.PostFormAsync(PathOf(participant), button: "Häv skyddet");
        await AssertDoneAsync(second, lifted, $"/deltagare/{participant.Id}", "Skyddet är hävt i den här verksamheten. Det som var delat med arbetsplatser är inte delat igen.");
        using var anyone = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains(participant.LastName, (await anyone.GetPageAsync($"/deltagare/{participant.Id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_for_may_be_kept_as_it_is()
    {
        var participant = await Stage.ParticipantAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator, named: true);
        (await client.PostFormAsync(PathOf(participant))).Dispose();
        (await client.PostFormAsync(PathOf(participant), button: "Begär att skyddet hävs")).Dispose();
        using var kept = await client.PostFormAsync(PathOf(participant), button: "Låt skyddet vara kvar");
        await AssertDoneAsync(client, kept, PathOf(participant), "Skyddet är kvar.");
    }

    [Fact]
    public async Task A_release_is_withdrawn_and_the_workplace_is_called()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.Requested);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        Assert.Contains(participant.FirstName, (await employer.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.NotNull((await client.GetPageAsync($"/placeringar/{id}")).QuerySelector($"main a[href='/placeringar/{id}/aterta']"));
        using var done = await client.PostFormAsync($"/placeringar/{id}/aterta");
        await AssertDoneAsync(client, done, $"/placeringar/{id}", "Delningen är återtagen. Ring arbetsplatsen om det den redan vet.");
        Assert.DoesNotContain(participant.FirstName, (await employer.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Delning återtagen: ring arbetsplatsen", (await client.GetPageAsync("/att-gora?vilka=alla")).MainText(), StringComparison.Ordinal);

        using var told = await client.PostFormAsync($"/placeringar/{id}", button: "Jag har talat med arbetsplatsen");
        await AssertDoneAsync(client, told, $"/placeringar/{id}", "Antecknat. Uppgiften är borta från Att göra.");
        Assert.DoesNotContain("Delning återtagen", (await client.GetPageAsync("/att-gora?vilka=alla")).MainText(), StringComparison.Ordinal);
        // It may be told again, when the person has said so.
        using var again = await client.PostFormAsync($"/placeringar/{id}/dela");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains(participant.FirstName, (await employer.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Fields() => new()
    {
        ["Input.FirstName"] = "Åsa", ["Input.LastName"] = "Skyddsson", ["Input.BirthDate"] = "1990-05-17", ["Input.Sex"] = "Woman", ["Input.PersonNumber"] = "19900517-9982",
        ["Input.TargetGroup"] = "A", ["Input.Education"] = "PreGymnasium", ["Input.ExtentPercent"] = "50", ["Input.Swedish"] = "Everyday", ["Input.HomeMunicipality"] = "9900",
    };
}
