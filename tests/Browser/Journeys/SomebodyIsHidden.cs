using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

/// <summary>Protected identity begins in the middle of a case: after one button nothing that anybody sees says who or where.</summary>
public sealed class SomebodyIsHidden(Site site)
{
    [Fact]
    public async Task After_one_button_no_list_page_calendar_or_letter_has_the_person()
    {
        var stage = new Stage(site.Database, site.Clock);
        var (coordinator, colleague) = (await site.AddLoginAsync(Role.Coordinator), await site.AddLoginAsync(Role.Consultant));
        var offer = await stage.OfferAsync(await stage.WorkplaceAsync());
        var employer = await site.AddLoginAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        var participant = await stage.ParticipantAsync(firstName: "Göm");
        var id = await site.AskAsync<PlacementService, Guid>(coordinator, s => s.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default));
        await site.DoAsync<PlacementService>(coordinator, async s =>
        {
            await s.ParticipantAnsweredAsync(id, true, default);
            await s.ReleaseAsync(id, null, default);
            await s.RequestAsync(id, default);
        });
        await site.DoAsync<EmployerAnswerService>(employer, s => s.AnswerAsync(id, true, null, default));
        await site.DoAsync<PlacementService>(coordinator, s => s.RecordPaperAsync(id, new RecordPaper(site.Clock.Today(), "Sam Samordnare", null), default));
        var feeds = new[] { await CalendarAsync(coordinator), await CalendarAsync(employer) };
        string[] own = [participant.LastName, "Göm"];

        await Journey.WalkAsync(site, async work =>
        {
            await work.ComeInAsync(employer);
            await work.OpenAsync("/arbetsgivare/placeringar");
            await work.SeeAsync(participant.LastName);
        });
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            foreach (var feed in feeds)
                Assert.Contains(id.ToString("N"), await (await desk.Page.APIRequest.GetAsync(feed)).TextAsync(), StringComparison.Ordinal);
            await desk.OpenAsync($"/deltagare/{participant.Id}");
            await desk.FollowAsync("Har fått skyddade uppgifter");
            await desk.SeeAsync("Arbetsplatser som du behöver ringa");
            await desk.PressAsync("Skydda personen nu");
            await desk.SeeAsync("Personen är skyddad");
            foreach (var path in new[] { "/deltagare", "/deltagare?mina=true", "/placeringar?vilka=alla", "/att-gora?vilka=alla" })
                await NothingAsync(desk, path, own);
            Assert.Equal(404, await desk.ComeToAsync($"/placeringar/{id}"));
            foreach (var feed in feeds)
                Assert.DoesNotContain(id.ToString("N"), await (await desk.Page.APIRequest.GetAsync(feed)).TextAsync(), StringComparison.Ordinal);
        });
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(colleague);
            await desk.OpenAsync("/deltagare");
            await desk.FillAsync("Sök på namn eller personnummer", participant.LastName);
            await desk.PressAsync("Sök");
            await desk.SeeAsync("Ingen deltagare stämmer");
        });
        await Journey.WalkAsync(site, async work =>
        {
            await work.ComeInAsync(employer);
            foreach (var path in new[] { "/arbetsgivare/oversikt", "/arbetsgivare/placeringar", "/arbetsgivare/forfragningar", $"/arbetsgivare/platser/{offer.Id}" })
                await NothingAsync(work, path, own);
        }, Journey.Narrow);
        await using var db = site.Database.Open();
        Assert.False(await db.Mail.AnyAsync(m => m.CaseId == id && m.SentAt == null && m.StoppedAt == null));
    }

    private Task<string> CalendarAsync(Login login) => site.AskAsync<CalendarFeedService, string>(login, async s => $"/kalender/{await s.OpenAsync(default)}.ics");

    private static async Task NothingAsync(Journey who, string path, string[] names)
    {
        await who.OpenAsync(path);
        var page = await who.Page.ContentAsync();
        Assert.All(names, name => Assert.DoesNotContain(name, page, StringComparison.Ordinal));
    }
}
