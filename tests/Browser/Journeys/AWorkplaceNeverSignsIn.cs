using System.Text.RegularExpressions;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

/// <summary>A workplace without an account answers one request by the link in a real letter, on a phone and without scripts, and the next on the telephone. The person then leaves AME.</summary>
public sealed partial class AWorkplaceNeverSignsIn(Site site)
{
    private Offer _offer = null!;

    [Fact]
    public async Task It_answers_by_the_letters_link_and_on_the_telephone()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var stage = new Stage(site.Database, site.Clock);
        _offer = await stage.OfferAsync(await stage.WorkplaceAsync(), o => o with { Slots = 2 });
        var (first, second) = (await AskAsync(coordinator, 0), await AskAsync(coordinator, 1));

        var link = new Uri(Links().Match((await LetterAsync(first)).Text).Value).PathAndQuery;
        await Journey.WalkAsync(site, async phone =>
        {
            await phone.OpenAsync(link);
            await phone.SeeAsync("Plocka upp varor och möta kunder.");
            await phone.PressAsync("Vi vill träffas först");
            await phone.SeeAsync("Vi hör av oss om en tid att träffas.");
            await phone.OpenAsync(link);
            await phone.PressAsync("Tacka ja");
            await phone.SeeAsync("Ni har tackat ja.");
            await phone.OpenAsync(link);
            await phone.SeeAsync("Förfrågan kan redan vara besvarad.");
        }, Journey.Narrow, javaScript: false);

        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"/placeringar/{second.Placement}");
            await desk.FollowAsync("Registrera arbetsplatsens svar");
            await desk.TickAsync("Nej, tackar nej");
            await desk.FillAsync("Varför passar det inte?", "Hög belastning");
            await desk.TickAsync("Telefon");
            await desk.FillAsync("Vem berättade?", "Kim Kontakt");
            await desk.PressAsync("Spara svaret");
            await desk.SeeAsync("Arbetsplatsen tackade nej (telefon, Kim Kontakt)");
            await desk.OpenAsync($"/deltagare/{second.Participant}");
            await desk.FollowAsync("Avsluta");
            await desk.FillAsync("Varför avslutas personen?", "Arbete utan stöd");
            await desk.PressAsync("Avsluta");
            await desk.FollowAsync("Öppna igen");
            await desk.PressAsync("Öppna igen");
            await desk.SeeAsync("Perioder");
        });
    }

    [Fact]
    public async Task From_the_first_call_to_the_end_of_a_praktik_nobody_there_signs_in()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var (start, end) = (site.Clock.Today().AddDays(14), site.Clock.Today().AddDays(42));
        var offer = "";
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync("/foretag/ny");
            foreach (var (label, value) in new[]
            {
                ("Organisationsnummer", Stage.NewOrgNumber()), ("Arbetsgivarens namn", "Ringsignalens Tvätteri AB"), ("Bransch", "Handel och fordonsverkstad"), ("Hur många anställda har ni totalt?", "10–19 anställda"),
                ("Arbetsplatsens namn", "Tvätteriet på torget"), ("Gatuadress", "Torget 4"), ("Postnummer", "999 50"), ("Ort", "Lindköping"), ("Kontaktperson", "Kim Kontakt"),
                ("Hur många arbetar på arbetsplatsen?", "15"),
            })
                await desk.FillAsync(label, value);
            await desk.Page.Locator("[name='Workplace.ContactEmail']").FillAsync("kim@tvatteriet.example");
            await desk.TickAsync("Företag");
            await desk.PressAsync("Registrera");
            await desk.FollowAsync("Anmäl platser åt arbetsgivaren");
            await desk.OpenAsync($"{new Uri(desk.Page.Url).AbsolutePath}/praktik");
            await desk.FillAsync("Rubrik", "Tvätthjälp");
            await desk.FillAsync("Arbetsuppgifter", "Sortera och vika tvätt.");
            await desk.FillAsync("Från och med", $"{start:yyyy-MM-dd}");
            await desk.Page.Locator("[name='Input.To']").FillAsync($"{end:yyyy-MM-dd}");
            await desk.AnswerStaffingAsync();
            await desk.TickAsync("Telefon");
            await desk.FillAsync("Vem berättade?", "Kim Kontakt");
            await desk.PressAsync("Spara anmälan");
            await desk.SeeAsync("Publicerad");
            offer = desk.Page.Url.Split('/')[^1];
        });
        await using (var db = site.Database.Open())
            _offer = await db.Offers.Include(o => o.Slots).SingleAsync(o => o.Id == Guid.Parse(offer));
        var asked = await AskAsync(coordinator, 0);
        var link = new Uri(Links().Match((await LetterAsync(asked)).Text).Value).PathAndQuery;
        await Journey.WalkAsync(site, async phone =>
        {
            await phone.OpenAsync(link);
            await phone.FillAsync("Vem blir handledare om ni tackar ja?", "Hani Handledare");
            await phone.PressAsync("Tacka ja");
            await phone.SeeAsync("Ni har tackat ja.");
        }, Journey.Narrow, javaScript: false);
        var path = $"/placeringar/{asked.Placement}";
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"{path}/overenskommelse");
            await desk.FillAsync("När var den klar?", $"{site.Clock.Today():yyyy-MM-dd}");
            await desk.FillAsync("Vem har sett den?", "Sam Samordnare");
            await desk.PressAsync("Spara");
            await desk.SeeAsync("Klar för start");
        });
        site.Clock.AdvanceTo(start);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"{path}/start");
            await desk.FillAsync("Första dagen", $"{start:yyyy-MM-dd}");
            await desk.FillAsync("Varför är det rätt ändå?", "Frågan är ställd, svaret har inte kommit i tid");
            await desk.PressAsync("Bekräfta start");
            await desk.SeeAsync("Hani Handledare");
        });
        site.Clock.AdvanceTo(end);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"{path}/avsluta");
            await desk.FillAsync("Sista dagen", $"{end:yyyy-MM-dd}");
            await desk.FillAsync("Vad går personen till?", "Arbete utan stöd");
            await desk.TickAsync("Ingen (avslutad som planerat)");
            await desk.PressAsync("Avsluta");
            await desk.SeeAsync("Avslutad");
        });
    }

    private async Task<(Guid Participant, Guid Placement)> AskAsync(Login coordinator, int slot)
    {
        var participant = await new Stage(site.Database, site.Clock).ParticipantAsync();
        var id = await site.AskAsync<PlacementService, Guid>(coordinator, s => s.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = _offer.Slots[slot].Id, From = _offer.From, To = _offer.To }, default));
        await site.DoAsync<PlacementService>(coordinator, async s =>
        {
            await s.ParticipantAnsweredAsync(id, true, default);
            await s.ReleaseAsync(id, null, default);
            await s.RequestAsync(id, default);
        });
        return (participant.Id, id);
    }

    // Several letters go to the same address, so the one of the case is asked for by its number.
    private async Task<ReceivedMail> LetterAsync((Guid Participant, Guid Placement) asked)
    {
        await using var db = site.Database.Open();
        var hashes = await db.RequestLinks.Where(l => l.PlacementId == asked.Placement).Select(l => l.Hash).ToListAsync();
        return await site.Mail.WaitForAsync(m => Links().Match(m.Text) is { Success: true } link
            && hashes.Contains(LinkSecret.HashOf(link.Groups[1].Value)), "The letter of the request");
    }

    [GeneratedRegex(@"http://\S+/svar\?nyckel=(\S+)")]
    private static partial Regex Links();
}
