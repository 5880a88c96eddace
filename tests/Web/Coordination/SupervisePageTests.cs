using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Coordination;

public class SupervisePageTests(PortalApp app) : CoordinatorPages(app)
{
    private Task<string?> NowAsync(Guid id) => App.ReadAsync(db => db.Placements.Where(p => p.Id == id)
        .Select(p => db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Name).FirstOrDefault()).SingleAsync());

    [Fact]
    public async Task A_case_worker_writes_down_another_handledare_and_the_employer_reads_who_said_so()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Running);
        using var client = await App.SignInAsAsync(Role.Coordinator);
        var form = $"/placeringar/{id}/handledare";
        Assert.NotNull((await client.GetPageAsync($"/placeringar/{id}")).QuerySelector($"main a[href='{form}']"));
        var told = new Dictionary<string, string?> { ["Said.Channel"] = "Visit", ["Said.SaidBy"] = "Kim Kontakt" };
        using var nobody = await client.PostFormAsync(form, told);
        await AssertRefusedAsync(nobody, "Ny handledares namn: ");
        using var ahead = await client.PostFormAsync(form, new Dictionary<string, string?>(told) { ["Input.Name"] = "Bo Handledare", ["Input.From"] = $"{App.Clock.Today().AddDays(2):yyyy-MM-dd}" });
        await AssertRefusedAsync(ahead, "Från och med: Välj den första dagen, eller en dag som har varit.");
        using var saved = await client.PostFormAsync(form, new Dictionary<string, string?>(told) { ["Input.Name"] = "Bo Handledare" });
        await AssertDoneAsync(client, saved, $"/placeringar/{id}", "Handledaren är sparad.");
        Assert.Equal("Bo Handledare", await NowAsync(id));
        Assert.Contains("Bo Handledare, från", (await client.GetPageAsync(form)).MainText(), StringComparison.Ordinal);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        Assert.Contains("Handledare utsedd, ", (await employer.GetPageAsync($"/arbetsgivare/forfragningar/{id}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_employer_names_one_with_its_yes_and_changes_it_later()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Requested);
        using var employer = await App.SignInAsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        using var yes = await employer.PostFormAsync($"/arbetsgivare/forfragningar/{id}", new Dictionary<string, string?> { ["Supervisor"] = "Bo Handledare" }, button: "Tacka ja");
        await AssertDoneAsync(employer, yes, $"/arbetsgivare/forfragningar/{id}", "Tack! Ni har tackat ja.");
        Assert.Equal("Bo Handledare", await NowAsync(id));

        var form = $"/arbetsgivare/forfragningar/{id}/handledare";
        var page = await employer.GetPageAsync($"/arbetsgivare/forfragningar/{id}");
        Assert.Equal("Byt handledare", page.QuerySelector($"main a[href='{form}']")!.TextContent);
        var sam = await App.ReadAsync(db => db.Supervisors.Where(s => s.WorkplaceId == offer.WorkplaceId && s.Name == "Sam Handledare").Select(s => s.Id).SingleAsync());
        using var changed = await employer.PostFormAsync(form, new Dictionary<string, string?> { ["Input.SupervisorId"] = $"{sam}" });
        await AssertDoneAsync(employer, changed, $"/arbetsgivare/forfragningar/{id}", "Handledaren är sparad.");
        Assert.Equal("Sam Handledare", await NowAsync(id));
    }

    [Fact]
    public async Task Before_the_start_somebody_is_named()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.ReadyToStart, on: await Stage.OfferAsync(await Stage.WorkplaceAsync(supervisor: null)));
        using var client = await App.SignInAsAsync(Role.Coordinator);
        Assert.Contains("Före start saknas: namngiven handledare.", (await client.GetPageAsync($"/placeringar/{id}")).MainText(), StringComparison.Ordinal);
        Assert.NotNull((await client.GetPageAsync($"/placeringar/{id}/fore-start")).QuerySelector($"main a[href='/placeringar/{id}/handledare']"));
        App.Clock.SetStockholm(offer.From);
        var day = new Dictionary<string, string?> { ["Input.On"] = $"{offer.From:yyyy-MM-dd}", ["Answer.Because"] = "NoAnswerInTime" };
        Assert.Contains("namngiven handledare", (await client.GetPageAsync($"/placeringar/{id}/start")).MainText(), StringComparison.Ordinal);
        (await client.PostFormAsync($"/placeringar/{id}/handledare", new Dictionary<string, string?> { ["Input.Name"] = "Bo Handledare", ["Said.Channel"] = "Phone", ["Said.SaidBy"] = "Kim Kontakt" })).Dispose();
        using var started = await client.PostFormAsync($"/placeringar/{id}/start", day);
        await AssertDoneAsync(client, started, $"/placeringar/{id}", "Starten är bekräftad.");
    }
}
