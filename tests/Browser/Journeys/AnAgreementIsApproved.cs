using System.Text.RegularExpressions;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

/// <summary>
/// An agreement from its first word to the sheet for the first day: the coordinator at a desk, the workplace on a phone,
/// the participant by the link in a real letter. Axe looks at every stop.
/// </summary>
public sealed partial class AnAgreementIsApproved(Site site)
{
    private readonly string _email = $"robin-{Guid.NewGuid():N}"[..12] + "@exempel.se";
    private Offer _offer = null!;
    private Guid _placement;

    private string Path => $"/placeringar/{_placement}";

    [Fact]
    public async Task From_the_first_word_to_the_sheet_for_the_first_day()
    {
        var coordinator = await site.AddLoginAsync(Role.Coordinator);
        var supervisor = await StageAsync(coordinator);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"{Path}/overenskommelse/visa");
            await desk.PressAsync("Skriv överenskommelsen");
            await desk.Page.Locator("[name='Input.Goals']").FillAsync("Pröva på arbetet i en butik");
            await desk.PressAsync("Spara");
            await desk.PressAsync("Skicka för godkännande");
            await desk.SeeAsync("Väntar på godkännande");
        });
        await Journey.WalkAsync(site, async phone =>
        {
            await phone.ComeInAsync(supervisor);
            await phone.OpenAsync("/arbetsgivare/oversikt");
            await phone.FollowAsync("Överenskommelsen om Robin");
            await phone.SeeAsync("Pröva på arbetet i en butik");
            await phone.FollowAsync("Skriv ut");
            await phone.OpenAsync($"/arbetsgivare/placeringar/{_placement}/overenskommelse");
            await phone.PressAsync("Godkänn överenskommelsen");
            await phone.SeeAsync("Nu väntar vi på de andra");
        }, Journey.Narrow);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"{Path}/overenskommelse/visa");
            await desk.FollowAsync("Skicka personlig länk");
            await desk.SeeAsync(_email);
            await desk.PressAsync("Skicka länken");
        });
        var letter = await LetterAsync(_email);
        Assert.DoesNotMatch("(?i)Robin|praktik", letter.Subject + letter.Text);
        var link = new Uri(Links().Match(letter.Text).Value).PathAndQuery;
        await Journey.WalkAsync(site, async participant =>
        {
            await participant.OpenAsync(link);
            await participant.SeeHeadingAsync("Överenskommelse om praktik");
            await participant.PressAsync("Godkänn");
            await participant.SeeHeadingAsync("Tack, du har godkänt överenskommelsen");
            await participant.OpenAsync(link);
            await participant.SeeAsync("Länken gäller inte längre");
        }, Journey.Narrow);
        await Journey.WalkAsync(site, async desk =>
        {
            await desk.ComeInAsync(coordinator);
            await desk.OpenAsync($"{Path}/overenskommelse/visa");
            await desk.SeeAsync("med personlig länk");
            await desk.PressAsync("Godkänn för kommunen");
            await desk.SeeAsync("Alla har godkänt");
            await desk.OpenAsync(Path);
            await desk.SeeAsync("Klar för start");
            await desk.FollowAsync("Bladet Första dagen");
            await desk.SeeAsync("Det här saknas");
            await desk.GoOnAsync(desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { NameRegex = FillIn() }));
            await desk.Page.GetByLabel("Ingång").FillAsync("Ring på klockan");
            await desk.TickAsync("Telefon");
            await desk.FillAsync("Vem berättade?", "Kim Kontakt");
            await desk.PressAsync("Spara");
            await desk.OpenAsync($"{Path}/forsta-dagen");
            await desk.SeeAsync("Ring på klockan");
        });
    }

    // What comes before an agreement has its own journey (TheWholeThread).
    private async Task<Login> StageAsync(Login coordinator)
    {
        var stage = new Stage(site.Database, site.Clock);
        _offer = await stage.OfferAsync(await stage.WorkplaceAsync(supervisorCeiling: 3), o => o with { Form = Form.Praktik });
        var participant = await stage.ParticipantAsync(email: _email);
        var supervisor = await site.AddLoginAsync(Role.EmployerSupervisor, employerId: _offer.EmployerId);
        _placement = await site.AskAsync<PlacementService, Guid>(coordinator, s => s.ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = _offer.Slots[0].Id, From = _offer.From, To = _offer.To }, default));
        await site.DoAsync<PlacementService>(coordinator, async s =>
        {
            await s.ParticipantAnsweredAsync(_placement, true, default);
            await s.ReleaseAsync(_placement, null, default);
            await s.RequestAsync(_placement, default);
        });
        await site.DoAsync<EmployerAnswerService>(supervisor, async s =>
        {
            await s.AnswerAsync(_placement, true, null, default);
        });
        return supervisor;
    }

    private Task<ReceivedMail> LetterAsync(string to) =>
        site.Mail.WaitForAsync(m => m.To == to && m.Subject == "Något väntar på ditt godkännande", $"A personal link to {to}");

    [GeneratedRegex(@"http://\S+nyckel=\S+")]
    private static partial Regex Links();

    [GeneratedRegex("^Fyll i svaren för")]
    private static partial Regex FillIn();
}
