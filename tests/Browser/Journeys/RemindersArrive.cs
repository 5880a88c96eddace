using System.Text.RegularExpressions;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

/// <summary>What the portal reminds of, and what people do about it. Axe looks at every stop.</summary>
public sealed partial class RemindersArrive(Site site)
{
    [Fact]
    public async Task A_coordinator_reminds_now_and_calls_whoever_has_no_email()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var (id, _) = await RequestedAsync(coordinator);
        await using (var db = site.Database.Open())
        {
            db.Mail.Add(new OutgoingMail($"resa/{id:N}", "paminnelse-start-deltagare", "", "Din första dag närmar sig", "Hej!\n\nSnart är det dags.\n", "<p>Hej!</p>", site.Clock.GetUtcNow().UtcDateTime, id));
            await db.SaveChangesAsync();
        }
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"/placeringar/{id}");
            await desk.FollowAsync("Påminnelser");
            await desk.SeeAsync("Förfrågan utan svar");
            const string now = "Påminn nu: Obesvarad förfrågan, till arbetsplatsen";
            await desk.PressAsync(now);
            await desk.SeeAsync("Påminnelsen skickas inom en minut.");
            await desk.PressAsync(now);
            await desk.SeeAsync("Vänta ett dygn");

            await desk.OpenAsync("/ring-och-brev");
            await desk.GoOnAsync(desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Din första dag närmar sig" }).Last.GetByRole(AriaRole.Button, new() { Name = "Ringt" }));
            await desk.SeeAsync("Brevet är avklarat");

            await desk.OpenAsync("/konto/kalender");
            await desk.PressAsync("Skapa kalenderadress");
            await desk.SeeAsync("Kopiera adressen nu");
        });
    }

    [Fact]
    public async Task A_supervisor_answers_from_the_letter_that_nobody_came_and_the_coordinator_has_something_to_do()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var (id, offer) = await RequestedAsync(coordinator);
        var employer = await site.AddLoginAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await site.DoAsync<EmployerAnswerService>(employer, s => s.AnswerAsync(id, true, null, default));
        await site.DoAsync<PlacementService>(coordinator, s => s.RecordPaperAsync(id, new RecordPaper(site.Clock.Today(), "Sam Samordnare", null), default));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
            await ActivatorUtilities.CreateInstance<RemindersJob>(scope.ServiceProvider).RunAsync(new JobContext(Schedules.FirstDay, "", site.Clock.Today(), null), default);
        }
        var link = Link().Match((await QuestionAsync(id)).Text).Value;

        await Journey.WalkAsync(site, async phone =>
        {
            await phone.OpenAsync(link);
            await phone.PressAsync("Nej, personen kom inte");
            await phone.SeeHeadingAsync("Tack för svaret");
        }, Journey.Narrow, javaScript: false);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync("/att-gora");
            await desk.SeeAsync("Kom inte första dagen");
            await desk.OpenAsync($"/placeringar/{id}");
        });
    }

    [Fact]
    public async Task An_administrator_reads_the_catalogue_and_moves_a_day()
    {
        var administrator = await site.AddLoginAsync(Role.Administrator);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(administrator);
            await desk.OpenAsync("/admin/paminnelser");
            await desk.FollowAsync("Uppföljning i dag");
            await desk.FollowAsync("Första steget, dagar");
            await desk.FillAsync("Gäller från och med", $"{site.Clock.Today().AddDays(200):yyyy-MM-dd}");
            await desk.FillAsync("Första steget", "1");
            await desk.FillAsync("Källa", "Prov");
            await desk.PressAsync("Se vad det påverkar");
            await desk.SeeAsync("kan påminnelsen komma i");
            await desk.PressAsync("Spara");
            await desk.SeeAsync("Regeln är satt");
        });
    }

    [Fact]
    public async Task An_administrator_finds_out_why_no_letter_came()
    {
        var (_, offer) = await RequestedAsync(await site.AddLoginAsync(Role.Coordinator));
        var administrator = await site.AddLoginAsync(Role.Administrator);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(administrator);
            await desk.OpenAsync($"/foretag/{offer.EmployerId}");
            await desk.FollowAsync("Ärenden och påminnelser");
            await desk.FollowAsync("Placering: Butiken");
            await desk.SeeAsync("Ingen påminnelse har gått i väg om ärendet.");
            await desk.SeeAsync("Förfrågan utan svar");
            await desk.Page.GetByText("påminnelser gäller inte ärendet som det står nu").ClickAsync();
            await desk.SeeAsync("placeringen har startat och avslut eller resultat saknas");
        });
    }

    [Fact]
    public async Task Somebody_who_will_be_away_chooses_who_stands_in_and_comes_back_earlier()
    {
        var (coordinator, substitute) = (await site.AddLoginAsync(Role.Coordinator), await site.AddLoginAsync(Role.Consultant));
        await using var db = site.Database.Open();
        var name = await db.Users.Where(u => u.Id == substitute.UserId).Select(u => u.DisplayName).SingleAsync();
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync("/att-gora");
            await desk.FollowAsync("Borta och ersättare");
            await desk.Page.GetByLabel("Ersättare").SelectOptionAsync(substitute.UserId.ToString());
            await desk.PressAsync("Välj ersättare");
            await desk.SeeAsync("Till och med: Fyll i uppgiften.");
            await desk.FillAsync("Till och med", $"{site.Clock.Today().AddDays(5):yyyy-MM-dd}");
            await desk.PressAsync("Välj ersättare");
            await desk.SeeAsync("Ersättaren är vald.");
            await desk.GoOnAsync(desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).Last.GetByRole(AriaRole.Link));
            await desk.PressAsync("Ta bort ersättaren");
            await desk.SeeAsync("Ersättaren är borttagen.");
        });
    }

    /// <summary>Somebody is proposed for a place that begins today, and the workplace is asked.</summary>
    private async Task<(Guid Id, Offer Offer)> RequestedAsync(Login coordinator)
    {
        var stage = new Stage(site.Database, site.Clock);
        var today = site.Clock.Today();
        var offer = await stage.OfferAsync(await stage.WorkplaceAsync(), o => o with { From = today, To = today.AddMonths(2) });
        var participant = await stage.ParticipantAsync();
        var id = Guid.Empty;
        await site.DoAsync<PlacementService>(coordinator, async s =>
        {
            id = await s.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default);
            await s.ParticipantAnsweredAsync(id, true, default);
            await s.ReleaseAsync(id, null, default);
            await s.RequestAsync(id, default);
        });
        return (id, offer);
    }

    // Others begin today too: the letter's row says which one is about this placement.
    private async Task<ReceivedMail> QuestionAsync(Guid placementId)
    {
        await using var db = site.Database.Open();
        var id = await db.Mail.Where(m => m.CaseId == placementId && m.Template == "kom-deltagaren").Select(m => m.Id).SingleAsync();
        return await site.Mail.WaitForAsync(m => m.MessageId.StartsWith($"{id:N}@", StringComparison.Ordinal), $"The question about {placementId}");
    }

    [GeneratedRegex(@"http://\S+nyckel=\S+")]
    private static partial Regex Link();
}
