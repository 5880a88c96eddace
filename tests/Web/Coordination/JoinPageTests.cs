using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class JoinPageTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task A_number_is_added_and_one_that_is_there_leads_to_a_preview_and_then_to_one_person()
    {
        var older = await Stage.ParticipantAsync(birthDate: new DateOnly(1990, 5, 17));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var younger = await Stage.ParticipantAsync(birthDate: new DateOnly(1990, 5, 17));
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.NotNull((await client.GetPageAsync($"/deltagare/{older.Id}")).QuerySelector($"main a[href='/deltagare/{older.Id}/personnummer']"));
        using var wrong = await client.PostFormAsync($"/deltagare/{older.Id}/personnummer", new Dictionary<string, string?> { ["PersonNumber"] = "900517" });
        await AssertRefusedAsync(wrong, "Personnummer eller samordningsnummer: ");
        using var set = await client.PostFormAsync($"/deltagare/{older.Id}/personnummer", new Dictionary<string, string?> { ["PersonNumber"] = "19900517-9982" });
        await AssertDoneAsync(client, set, $"/deltagare/{older.Id}", "Personnumret är antecknat.");

        using var there = await client.PostFormAsync($"/deltagare/{younger.Id}/personnummer", new Dictionary<string, string?> { ["PersonNumber"] = "19900517-9982" });
        var preview = there.Headers.Location!.OriginalString;
        Assert.Equal($"/deltagare/{younger.Id}/sla-ihop/{older.Id}", preview);
        var page = await client.GetPageAsync(preview);
        Assert.Equal([$"{older.FirstName} {older.LastName}", $"{younger.FirstName} {younger.LastName}"], page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
        using var joined = await client.PostFormAsync(preview);
        await AssertDoneAsync(client, joined, $"/deltagare/{older.Id}", "De två är ihopslagna.");
        foreach (var path in new[] { $"/deltagare/{younger.Id}", $"/deltagare/{younger.Id}/andra", $"/deltagare/{younger.Id}/skyddade-uppgifter", preview })
        {
            using var gone = await client.GetAsync(path);
            Assert.Equal((HttpStatusCode.Redirect, $"/deltagare/{older.Id}"), (gone.StatusCode, gone.Headers.Location!.OriginalString));
        }
        using var swapped = await client.GetAsync($"/deltagare/{older.Id}/sla-ihop/{younger.Id}");
        Assert.Equal(HttpStatusCode.NotFound, swapped.StatusCode);
    }
}
