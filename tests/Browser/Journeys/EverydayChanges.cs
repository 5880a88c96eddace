using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

/// <summary>What happens to placements on other days than the first and the last. Axe looks at every stop.</summary>
public sealed class EverydayChanges(Site site)
{
    [Fact]
    public async Task A_praktik_pauses_is_prolonged_and_leads_on()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var (path, last) = await RunningAsync(coordinator);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync(path);
            await desk.SeeAsync("Bedömda varningar");
            await desk.FollowAsync("Uppehåll");
            await desk.PressAsync("Registrera uppehållet");
            await desk.SeeAsync("Något behöver rättas");
            await desk.FillAsync("Till och med", $"{site.Clock.Today().AddDays(9):yyyy-MM-dd}");
            await desk.TickAsync("Annat");
            await desk.PressAsync("Registrera uppehållet");
            await desk.SeeAsync("Uppehåll till och med");
            await desk.FollowAsync("Ändra uppehållet");
            await desk.PressAsync("Spara");
            await desk.FollowAsync("Förläng eller ändra");
            await desk.FillAsync("Sista dagen", $"{last.AddDays(21):yyyy-MM-dd}");
            await desk.FillAsync("Varför?", "Målet är inte nått än");
            await desk.PressAsync("Spara ändringen");
            await desk.SeeAsync("Ändringen är sparad.");
            await desk.FollowAsync("Kopiera till fler deltagare");
            await desk.OpenAsync(path);
            await desk.FollowAsync("Fortsätt på annan plats");
        });
    }

    [Fact]
    public async Task What_others_have_arranged_is_registered_without_a_name()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var workplace = await new Stage(site.Database, site.Clock).WorkplaceAsync();
        await using var db = site.Database.Open();
        var employer = await db.Employers.Where(e => e.Id == workplace.EmployerId).Select(e => e.Name).SingleAsync();
        await SearchIndex.SetAsync(db, SearchOwner.Employer, workplace.EmployerId, [employer], default);
        await db.SaveChangesAsync();
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync("/placeringar/avtalad");
            await desk.FillAsync("Sök på arbetsgivare, arbetsplats eller ort", employer);
            await desk.PressAsync("Sök arbetsplats");
            await desk.Page.Locator($"input[value='{workplace.Id}']").CheckAsync();
            await desk.FillAsync("Form", "LIA");
            await desk.TickAsync("Skola eller folkhögskola");
            await desk.FillAsync("Från och med", $"{site.Clock.Today().AddDays(14):yyyy-MM-dd}");
            await desk.FillAsync("Till och med (frivilligt)", $"{site.Clock.Today().AddDays(60):yyyy-MM-dd}");
            await desk.TickAsync("Kvinna");
            await desk.PressAsync("Registrera placeringen");
            await desk.SeeAsync("Utan namn");
        });
    }

    [Fact]
    public async Task An_employer_counts_declares_and_asks_for_the_money()
    {
        var workplace = await new Stage(site.Database, site.Clock).WorkplaceAsync();
        var employer = await site.AddLoginAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        await Journey.WalkAsync(site, async phone =>
        {
            await phone.OpenAsync("/lonestod/kalkyl");
            await phone.FillAsync("Vilket stöd?", "Introduktionsjobb");
            await phone.FillAsync("Månadslön vid heltid, kronor", "26000");
            await phone.PressAsync("Räkna");
            await phone.SeeAsync("Kostnad efter stöd");
            await phone.ComeInAsync(employer);
            await phone.OpenAsync("/arbetsgivare/forsakran");
            await phone.PressAsync("Lämna försäkran");
            await phone.Page.GetByRole(Microsoft.Playwright.AriaRole.Checkbox).First.CheckAsync();
            await phone.PressAsync("Lämna försäkran");
            await phone.SeeAsync("Gäller");
            await phone.OpenAsync("/arbetsgivare/ersattning");
        }, Journey.Narrow);
    }

    private async Task<(string Path, DateOnly Last)> RunningAsync(Login coordinator)
    {
        var stage = new Stage(site.Database, site.Clock);
        var today = site.Clock.Today();
        var offer = await stage.OfferAsync(await stage.WorkplaceAsync(), o => o with { From = today, To = today.AddMonths(3) });
        var participant = await stage.ParticipantAsync();
        var employer = await site.AddLoginAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        var id = Guid.Empty;
        await site.DoAsync<PlacementService>(coordinator, async s =>
        {
            id = await s.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default);
            await s.ParticipantAnsweredAsync(id, true, default);
            await s.ReleaseAsync(id, null, default);
            await s.RequestAsync(id, default);
        });
        await site.DoAsync<EmployerAnswerService>(employer, s => s.AnswerAsync(id, true, null, default));
        await site.DoAsync<PlacementService>(coordinator, async s =>
        {
            await s.RecordPaperAsync(id, new RecordPaper(today, "Sam Samordnare", null), default);
            await s.StartAsync(id, today, default, Answered.ToAll);
        });
        return ($"/placeringar/{id}", offer.To!.Value);
    }
}
