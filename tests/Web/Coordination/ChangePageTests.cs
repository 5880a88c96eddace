using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

/// <summary>Uppehåll, förlängning and warnings, as a coordinator meets them.</summary>
public class ChangePageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task An_uppehall_is_recorded_moved_and_shown()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Running);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var (today, to) = (App.Clock.Today(), App.Clock.Today().AddDays(9));
        using var refused = await client.PostFormAsync($"/placeringar/{id}/uppehall", new Dictionary<string, string?>
        {
            ["Input.From"] = "2026-02-30", ["Input.To"] = $"{to:yyyy-MM-dd}", ["Input.Reason"] = "Studies",
        });
        var page = await AssertRefusedAsync(refused, "Från och med: ");
        Assert.Equal("2026-02-30", page.QuerySelector("[name='Input.From']")!.GetAttribute("value"));

        using var done = await client.PostFormAsync($"/placeringar/{id}/uppehall", new Dictionary<string, string?>
        {
            ["Input.From"] = $"{today:yyyy-MM-dd}", ["Input.To"] = $"{to:yyyy-MM-dd}", ["Input.Reason"] = "Studies", ["Input.FreesSlot"] = "true",
        });
        await AssertDoneAsync(client, done, $"/placeringar/{id}", "Uppehållet är registrerat.");
        var shown = await client.GetPageAsync($"/placeringar/{id}");
        Assert.Equal($"{new Period(today, to)}, platsen är ledig under tiden", Fact(shown, "Uppehåll"));
        Assert.DoesNotContain("Studier", shown.MainText(), StringComparison.Ordinal);

        using var moved = await client.PostFormAsync($"/placeringar/{id}/uppehall/andra", new Dictionary<string, string?> { ["Input.Last"] = $"{to.AddDays(3):yyyy-MM-dd}" });
        await AssertDoneAsync(client, moved, $"/placeringar/{id}", "Uppehållets sista dag är ändrad.");
        Assert.Equal((to.AddDays(3), PlacementStatus.Paused), (await ReadAsync(id) is var p ? (p.PausedTo!.Value, p.Status) : default));
        Assert.True(offer.To > to);
    }

    [Fact]
    public async Task A_placement_is_prolonged_and_the_seat_goes_along()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Running);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        using var refused = await client.PostFormAsync($"/placeringar/{id}/forlang", new Dictionary<string, string?> { ["Input.To"] = "2020-01-01", ["Input.Reason"] = "GoalNotReached" });
        await AssertRefusedAsync(refused, "Slutdatumet ligger före startdatumet");

        var last = offer.To!.Value.AddDays(20);
        using var done = await client.PostFormAsync($"/placeringar/{id}/forlang", new Dictionary<string, string?> { ["Input.To"] = $"{last:yyyy-MM-dd}", ["Input.Reason"] = "GoalNotReached" });
        await AssertDoneAsync(client, done, $"/placeringar/{id}", "Ändringen är sparad. Skriv nu en ny version av överenskommelsen, så att alla godkänner den.");
        Assert.Equal(last, (await ReadAsync(id)).To);
    }
}
