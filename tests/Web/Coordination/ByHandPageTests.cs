using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class ByHandPageTests(PortalApp app) : CoordinatorPages(app)
{
    private const string List = "/ring-och-brev";

    [Fact]
    public async Task The_list_says_what_to_whom_and_why_and_one_button_does_away_with_it()
    {
        var (participant, placement, letter) = await WithoutAddressAsync();
        using var client = await App.SignInAsAsync(Role.UnitManager);
        Assert.NotNull((await client.GetPageAsync("/att-gora")).QuerySelector($".waiting a[href='{List}']"));
        var page = await client.GetPageAsync(List);
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(participant.LastName, StringComparison.Ordinal));
        Assert.Contains("Start närmar sig", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("070-174 06 05", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("saknar e-post", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hej!", row.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='/placeringar/{placement}']"));

        using var done = await client.PostFormAsync(page, List, new Dictionary<string, string?> { ["Id"] = letter.ToString() }, "Ringt");
        await AssertDoneAsync(client, done, List, "Brevet är avklarat: ringt.");
        Assert.DoesNotContain(participant.LastName, (await client.GetPageAsync(List)).MainText(), StringComparison.Ordinal);
        Assert.Contains("Ringt i stället för att skicka brev", (await client.GetPageAsync($"/placeringar/{placement}")).MainText(), StringComparison.Ordinal);
        using var late = await PostFromOldWindowAsync(client, page, List, ("Id", letter.ToString()), ("How", "Posted"));
        await AssertRefusedAsync(late, "Någon annan har redan tagit hand om brevet.");
    }

    [Fact]
    public async Task Another_gren_and_who_meets_no_persons_see_nothing_of_it()
    {
        var (participant, _, letter) = await WithoutAddressAsync();
        foreach (var (role, gren) in new[] { (Role.Coordinator, (Verksamhetsgren?)Verksamhetsgren.Kaa), (Role.BusinessContact, null) })
        {
            using var client = await App.SignInAsAsync(role, gren);
            var page = await client.GetPageAsync(List);
            Assert.DoesNotContain(participant.LastName, page.MainText(), StringComparison.Ordinal);
            Assert.DoesNotContain(letter.ToString(), (await client.GetPageAsync($"{List}/skriv-ut?brev={letter}")).Body!.InnerHtml, StringComparison.Ordinal);
            using var posted = await PostFromOldWindowAsync(client, await client.GetPageAsync("/konto/losenord"), List, ("Id", letter.ToString()), ("How", "Phoned"));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }
    }

    [Fact]
    public async Task A_chosen_letter_is_printed_on_a_page_of_its_own_and_noted_as_posted()
    {
        var (participant, _, letter) = await WithoutAddressAsync();
        var (other, _, _) = await WithoutAddressAsync();
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.NotNull((await client.GetPageAsync(List)).QuerySelector($"input[type=checkbox][form=skriv-ut][value='{letter}']"));

        var print = await client.GetPageAsync($"{List}/skriv-ut?brev={letter}");
        var sheet = Assert.Single(print.QuerySelectorAll("section.letter"));
        Assert.Contains(participant.LastName, sheet.TextContent, StringComparison.Ordinal);
        Assert.True((await client.GetPageAsync($"{List}/skriv-ut")).QuerySelectorAll("section.letter").Length >= 2);

        using var done = await client.PostFormAsync(print, $"{List}/skriv-ut?brev={letter}", button: "Markera alla som skickade med post");
        await AssertDoneAsync(client, done, List, "1 brev är noterat som skickat med post.");
        Assert.Equal(ByHandWay.Posted, await App.ReadAsync(db => db.Mail.Where(m => m.Id == letter).Select(m => m.HandledHow).SingleAsync()));
        Assert.Contains(other.LastName, (await client.GetPageAsync(List)).MainText(), StringComparison.Ordinal);
    }

    private async Task<(Participant Participant, Guid Placement, Guid Letter)> WithoutAddressAsync()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.ReadyToStart);
        App.Clock.SetStockholm(offer.From.AddDays(-7));
        await App.InScopeAsync(s => ActivatorUtilities.CreateInstance<RemindersJob>(s).RunAsync(new JobContext(Schedules.Reminders, "", App.Clock.Today(), null), Ct));
        return (participant, id, await App.ReadAsync(db => db.Mail.Where(m => m.CaseId == id && m.State == MailState.NoAddress).Select(m => m.Id).SingleAsync()));
    }
}
