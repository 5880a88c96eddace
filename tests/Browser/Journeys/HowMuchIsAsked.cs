using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

/// <summary>Clicks and answers on the ways that are walked every day; what a change makes longer is seen here. The figures are printed.</summary>
public sealed partial class HowMuchIsAsked(Site site, ITestOutputHelper output)
{
    private void Told(string way, Effort effort, int clicks, int answers)
    {
        output.WriteLine($"{way}: {effort}");
        Assert.True(effort.Clicks <= clicks && effort.Answers <= answers, $"{way}: {effort}, and {clicks} and {answers} at most");
    }

    [Fact]
    public async Task A_first_place_on_a_phone()
    {
        var stage = new Stage(site.Database, site.Clock);
        var workplace = await stage.WorkplaceAsync();
        var employer = await site.AddLoginAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await Journey.WalkAsync(site, async phone =>
        {
            await phone.ComeInAsync(employer);
            await phone.OpenAsync("/arbetsgivare/platser/ny");
            await phone.GoOnAsync(phone.Page.Locator("main a.card").First);
            phone.Effort.Clicks++;
            await phone.FillAsync("Rubrik", "Butiksbiträde");
            await phone.FillAsync("Arbetsuppgifter", "Plocka upp varor.");
            await phone.FillAsync("Från och med", $"{site.Clock.Today().AddDays(14):yyyy-MM-dd}");
            await phone.AnswerStaffingAsync();
            await phone.PressAsync("Skicka in");
            await phone.SeeAsync("Inskickad");
            Told("first place", phone.Effort, clicks: 5, answers: 6);
        }, Journey.Narrow);
    }

    [Fact]
    public async Task From_a_person_to_a_workplace_that_is_asked_and_on_to_the_first_day()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var stage = new Stage(site.Database, site.Clock);
        var mark = $"Räknelagret{Guid.NewGuid():N}"[..18];
        var workplace = await stage.WorkplaceAsync();
        var from = site.Clock.Today().AddDays(14);
        await site.AskAsync<OfferService, Guid>(coordinator, s => s.DraftAsync(new OfferDetails
        {
            WorkplaceId = workplace.Id, SupervisorId = workplace.Supervisors[0].Id, Form = Form.Praktik, Title = mark, Tasks = "Plocka upp varor.", From = from, To = from.AddMonths(2),
            Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times, Displacement = Displacement.None,
        }, submit: true, default, new OnBehalf(BehalfChannel.Phone, "Kim Kontakt")));
        var participant = await stage.ParticipantAsync();
        Effort asked = new(), total = new();
        var path = "";
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"/deltagare/{participant.Id}");
            await desk.FollowAsync("Föreslå plats");
            await desk.Page.Locator("[name='q']").FillAsync(mark);
            desk.Effort.Answers++;
            await desk.PressAsync("Sök");
            await desk.FollowAsync(mark);
            await desk.PressAsync("Föreslå plats");
            path = new Uri(desk.Page.Url).AbsolutePath;
            await desk.FollowAsync("Registrera deltagarens svar");
            await desk.TickAsync("Ja, tackar ja");
            await desk.PressAsync("Spara svaret");
            await desk.FollowAsync("Dela uppgifter med arbetsplatsen");
            await desk.PressAsync("Dela uppgifter med arbetsplatsen");
            await desk.FollowAsync("Fråga arbetsplatsen");
            await desk.PressAsync("Fråga arbetsplatsen");
            await desk.SeeAsync("Förfrågan skickad");
            Told("until the workplace is asked", asked = desk.Effort, clicks: 11, answers: 2);
        });
        await using (var db = site.Database.Open())
        {
            var placement = Guid.Parse(path.Split('/')[^1]);
            var hashes = await db.RequestLinks.Where(l => l.PlacementId == placement).Select(l => l.Hash).ToListAsync();
            var letter = await site.Mail.WaitForAsync(m => Links().Match(m.Text) is { Success: true } link && hashes.Contains(LinkSecret.HashOf(link.Groups[1].Value)), "The letter of the request");
            await Journey.WalkAsync(site, async phone =>
            {
                await phone.OpenAsync(new Uri(Links().Match(letter.Text).Value).PathAndQuery);
                await phone.PressAsync("Tacka ja");
                await phone.SeeAsync("Ni har tackat ja.");
                Told("a yes by the letter's link", phone.Effort, clicks: 1, answers: 0);
                total.Clicks += phone.Effort.Clicks;
            }, Journey.Narrow, javaScript: false);
        }
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"{path}/overenskommelse");
            desk.Effort.Clicks++;
            await desk.FillAsync("När var den klar?", $"{site.Clock.Today():yyyy-MM-dd}");
            await desk.FillAsync("Vem har sett den?", "Sam Samordnare");
            await desk.PressAsync("Spara");
            total.Clicks += desk.Effort.Clicks;
            total.Answers += desk.Effort.Answers;
        });
        site.Clock.AdvanceTo(from);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync(path);
            await desk.FollowAsync("Bekräfta start");
            await desk.FillAsync("Varför är det rätt ändå?", "Frågan är ställd, svaret har inte kommit i tid");
            await desk.PressAsync("Bekräfta start");
            await desk.SeeAsync("Pågår");
            total.Clicks += desk.Effort.Clicks + asked.Clicks;
            total.Answers += desk.Effort.Answers + asked.Answers;
            Told("from the proposal to the start", total, clicks: 16, answers: 5);
        });
    }

    [GeneratedRegex(@"http://\S+/svar\?nyckel=(\S+)")]
    private static partial Regex Links();
}
