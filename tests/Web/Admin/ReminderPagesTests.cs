using System.Net;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Web.Coordination;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Admin;

/// <summary>«Why did no letter come?», asked by somebody who may not see persons.</summary>
public sealed class ReminderPagesTests(PortalApp app) : CoordinatorPages(app)
{
    [Fact]
    public async Task An_administrator_comes_from_the_employer_to_what_a_placement_was_reminded_of_and_sees_no_person()
    {
        var (offer, participant, id) = await PlacementAsync(PlacementStatus.Requested);
        var asked = App.Clock.Today();
        App.Clock.SetStockholm(asked.AddWorkingDays(3));
        await App.Services.GetRequiredService<JobExecutor>().ExecuteAsync(Schedules.Reminders, null, Ct);
        using var admin = await App.SignInAsAsync(Role.Administrator);
        var employer = await admin.GetPageAsync($"/foretag/{offer.EmployerId}");
        Assert.NotNull(employer.QuerySelector($"a[href='/admin/paminnelser/foretag/{offer.EmployerId}']"));
        var cases = await admin.GetPageAsync($"/admin/paminnelser/foretag/{offer.EmployerId}");
        Assert.Contains("Förfrågan skickad", cases.MainText(), StringComparison.Ordinal);
        var link = cases.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Placering: ", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal(CasePath(CaseKind.Placement, id), link);

        var page = await admin.GetPageAsync(link);
        var text = page.MainText();
        Assert.Matches($"Det som har kommit .*Obesvarad förfrågan Arbetsplatsen {asked.AddWorkingDays(3).Brief()} kl. .*I kö", text);
        Assert.Matches($"Det som kommer .*Förfrågan utan svar Samordnaren {asked.AddWorkingDays(10).Brief()} Planerad", text);
        Assert.Matches("Det som inte kommer .*Avslut eller resultat saknas Samordnaren placeringen har startat och avslut eller resultat saknas", text);
        Assert.DoesNotContain("Provperson", cases.MainText() + text, StringComparison.Ordinal);
        Assert.DoesNotContain("Praktik", cases.MainText() + text, StringComparison.Ordinal);
        Assert.DoesNotContain(participant.Id.ToString(), page.Source.Text + cases.Source.Text, StringComparison.Ordinal);
        await App.Services.GetRequiredService<ReadLog>().FlushAsync();
        Assert.True(await App.ReadAsync(db => db.ReadLog.AnyAsync(r => r.SubjectId == id && r.SubjectKind == "Placement")));
        Assert.True(await App.ReadAsync(db => db.ReadLog.AnyAsync(r => r.SubjectId == offer.EmployerId && r.SubjectKind == "Employer")));
    }

    [Fact]
    public async Task A_letter_and_a_reminder_lead_to_their_case()
    {
        var (_, _, id) = await PlacementAsync(PlacementStatus.Requested);
        App.Clock.AdvanceDays(7);
        await App.Services.GetRequiredService<JobExecutor>().ExecuteAsync(Schedules.Reminders, null, Ct);
        using var admin = await App.SignInAsAsync(Role.Administrator);
        var mail = await App.ReadAsync(db => db.Reminders.Where(e => e.CaseId == id && e.MailId != null && e.Reminder == "forfragan-obesvarad").Select(e => e.MailId).SingleAsync());
        foreach (var from in new[] { $"/admin/brev/{mail}", "/admin/paminnelser/forfragan-obesvarad" })
            Assert.NotNull((await admin.GetPageAsync(from)).QuerySelector($"main a[href='{CasePath(CaseKind.Placement, id)}']"));
        Assert.Contains("så länge arbetsplatsen är tillfrågad och inte har svarat", (await admin.GetPageAsync("/admin/paminnelser/forfragan-obesvarad")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placement_with_protected_identity_is_on_no_administrators_page()
    {
        var (offer, _, id) = await PlacementAsync(PlacementStatus.Pencilled);
        await App.ReadAsync(db => db.Placements.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsProtected, true)));
        using var admin = await App.SignInAsAsync(Role.Administrator);
        Assert.DoesNotContain("Placering:", (await admin.GetPageAsync($"/admin/paminnelser/foretag/{offer.EmployerId}")).MainText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(CasePath(CaseKind.Placement, id))).StatusCode);
    }

    [Fact]
    public async Task Every_kind_of_case_can_be_asked_about_and_nothing_else()
    {
        var (offer, participant, placement) = await PlacementAsync();
        using var admin = await App.SignInAsAsync(Role.Administrator);
        foreach (var (kind, id) in new[] { (CaseKind.Placement, placement), (CaseKind.Participant, participant.Id), (CaseKind.Offer, offer.Id), (CaseKind.Employer, offer.EmployerId) })
        {
            var page = await admin.GetPageAsync(CasePath(kind, id));
            Assert.Equal(ReminderCatalogue.Of(kind).Select(r => r.Label).Order(), page.QuerySelectorAll("main tbody th").Select(h => h.TextContent.Trim()).Order());
            Assert.DoesNotContain("Provperson", page.MainText(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(CasePath(kind, Guid.NewGuid()))).StatusCode);
        }
        foreach (var wrong in new[] { $"/admin/paminnelser/arende/annat/{placement}", $"/admin/paminnelser/arende/9/{placement}", CasePath(CaseKind.Offer, placement), $"/admin/paminnelser/foretag/{placement}" })
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(wrong)).StatusCode);
    }

    private static string CasePath(CaseKind kind, Guid id) => $"/admin/paminnelser/arende/{kind}/{id}";
}
