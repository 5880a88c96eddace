using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class AbsencePageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task Whoever_is_chosen_finds_the_cases_among_the_own_until_it_is_taken_back()
    {
        var (_, participant, id) = await PlacementAsync(PlacementStatus.Proposed);
        var coordinator = (await ReadAsync(id)).CoordinatorId!.Value;
        var (substitute, _) = await TestUsers.AddAsync(App.Database, App.Clock, [Role.Consultant]);
        using var colleague = App.SignedIn(substitute.Id);
        using var manager = await App.SignInAsAsync(Role.UnitManager);
        var name = await App.ReadAsync(db => db.Participants.Where(p => p.Id == participant.Id).Select(p => p.LastName).SingleAsync());
        async Task<bool> HasAsync(string list) => (await colleague.GetPageAsync(list + "?vilka=mina")).MainText().Contains(name, StringComparison.Ordinal);
        Assert.False(await HasAsync("/att-gora"));

        using var chosen = await manager.PostFormAsync("/ersattare", new Dictionary<string, string?>
        {
            ["Input.UserId"] = $"{coordinator}", ["Input.SubstituteId"] = $"{substitute.Id}",
            ["Input.From"] = $"{App.Clock.Today():yyyy-MM-dd}", ["Input.To"] = $"{App.Clock.Today().AddDays(3):yyyy-MM-dd}",
        }, "Välj ersättare");
        await AssertDoneAsync(manager, chosen, "/ersattare", "Ersättaren är vald.");
        Assert.True(await HasAsync("/att-gora"));
        Assert.True(await HasAsync("/placeringar"));
        Assert.Contains("Du är ersättare för Test Coordinator till och med den ", (await colleague.GetPageAsync("/att-gora")).MainText(), StringComparison.Ordinal);

        var url = (await manager.GetPageAsync("/ersattare")).QuerySelector("main td a")!.GetAttribute("href")!;
        using var elsewhere = await App.SignInAsAsync(Role.UnitManager, Verksamhetsgren.Kaa);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(url)).StatusCode);
        using var withdrawn = await manager.PostFormAsync(url, [], "Ta bort ersättaren");
        await AssertDoneAsync(manager, withdrawn, "/ersattare", "Ersättaren är borttagen.");
        Assert.False(await HasAsync("/att-gora"));
    }

    [Fact]
    public async Task A_refused_choice_keeps_what_was_typed_and_says_why()
    {
        var (other, _) = await TestUsers.AddAsync(App.Database, App.Clock, [Role.Coordinator]);
        using var client = await App.SignInAsAsync(Role.Consultant);
        var (from, to) = ($"{App.Clock.Today():yyyy-MM-dd}", $"{App.Clock.Today().AddDays(400):yyyy-MM-dd}");
        using var refused = await client.PostFormAsync("/ersattare", new Dictionary<string, string?> { ["Input.SubstituteId"] = $"{other.Id}", ["Input.From"] = from, ["Input.To"] = to }, "Välj ersättare");
        var page = await AssertRefusedAsync(refused, "Till och med: Du kan välja ersättare för högst 12 månader.");
        Assert.Equal(to, page.QuerySelector("[name='Input.To']")!.GetAttribute("value"));
        Assert.Equal($"{other.Id}", page.QuerySelector("[name='Input.SubstituteId'] [selected]")!.GetAttribute("value"));

        using var nobody = await client.PostFormAsync("/ersattare", new Dictionary<string, string?> { ["Input.From"] = from, ["Input.To"] = from }, "Välj ersättare");
        await AssertRefusedAsync(nobody, "Ersättare");
        using var unknown = await client.PostFormAsync("/ersattare", new Dictionary<string, string?> { ["Input.SubstituteId"] = $"{Guid.NewGuid()}", ["Input.From"] = from, ["Input.To"] = from }, "Välj ersättare");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
