using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Days;
using Microsoft.Playwright;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public sealed partial class TheWholeThread
{
    private Login _coordinator = null!;
    private string _placement = "";
    private DateOnly _start;

    private Task AsTheCoordinatorAsync(Func<Journey, Task> walk) => WalkAsync(_coordinator, walk);

    private async Task AParticipantIsProposedAndTheWorkplaceAskedAsync()
    {
        _coordinator = await site.AddLoginAsync(Role.Coordinator);
        _start = Today.AddDays(14);
        await AsTheCoordinatorAsync(async coordinator =>
        {
            _placement = await ProposeAsync(coordinator, "Robin", "Praktik i butik", _start);
            await coordinator.OpenAsync(_placement);
            await coordinator.FollowAsync("Preliminärboka");
            await coordinator.PressAsync("Preliminärboka");
            await coordinator.SeeAsync("Preliminärbokad");
            await AskAsync(coordinator, _placement);
        });
        var letter = await LetterAsync(EmployerEmail, "Ni har fått en förfrågan");
        Assert.DoesNotContain(ParticipantSurname, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", letter.Text, StringComparison.Ordinal);
    }

    /// <returns>The path of the new placement.</returns>
    private async Task<string> ProposeAsync(Journey coordinator, string firstName, string title, DateOnly from)
    {
        await coordinator.OpenAsync("/deltagare/ny");
        await coordinator.FillAsync("Förnamn", firstName);
        await coordinator.FillAsync("Efternamn", ParticipantSurname);
        await coordinator.FillAsync("Födelsedatum", "17/5 1990");
        await coordinator.TickAsync("Kvinna");
        await coordinator.FillAsync("Hemkommun", "Alingsås");
        await coordinator.FillAsync("Målgrupp", "Målgrupp A");
        await coordinator.TickAsync("Gymnasial");
        await coordinator.FillAsync("Omfattning, procent av heltid", "100");
        await coordinator.TickAsync("Talar och skriver obehindrat");
        await coordinator.PressAsync("Registrera");
        await coordinator.FollowAsync("Föreslå plats");
        await coordinator.Page.Locator("[name='q']").FillAsync($"{title} {_mark}");
        await coordinator.PressAsync("Sök");
        await coordinator.FollowAsync(title);
        await coordinator.FillAsync("Från och med", $"{from:yyyy-MM-dd}");
        await coordinator.PressAsync("Föreslå plats");
        await coordinator.SeeAsync("Föreslagen");
        return new Uri(coordinator.Page.Url).AbsolutePath;
    }

    private static async Task AskAsync(Journey coordinator, string placement)
    {
        await coordinator.OpenAsync($"{placement}/svar");
        await coordinator.Page.Locator("[name='Input.Yes'][value='True'], [name='Input.Yes'][value='true']").First.CheckAsync();
        await coordinator.PressAsync("Spara svaret");
        await coordinator.OpenAsync($"{placement}/dela");
        await coordinator.SeeAsync("Det här kommer arbetsplatsen att se");
        await coordinator.PressAsync("Dela uppgifter med arbetsplatsen");
        await coordinator.OpenAsync($"{placement}/fraga");
        await coordinator.PressAsync("Fråga arbetsplatsen");
        await coordinator.SeeAsync("Förfrågan skickad");
    }

    private async Task TheEmployerIsRemindedAndSaysYesAsync()
    {
        site.Clock.AdvanceTo(Today.AddWorkingDays(3));
        await AsAsync(Role.Administrator, async admin =>
        {
            await admin.OpenAsync("/admin/jobb");
            await admin.PressAsync("Kör nu: Påminnelser");
        });
        var reminder = await LetterAsync(EmployerEmail, "Påminnelse");
        Assert.DoesNotContain(ParticipantSurname, reminder.Text, StringComparison.Ordinal);

        await AsTheEmployerAsync(async employer =>
        {
            await employer.OpenAsync(LinkIn(reminder));
            Assert.DoesNotContain("Robin", await employer.Page.ContentAsync(), StringComparison.Ordinal);
            await employer.FollowAsync("logga in och läsa mer");
            await employer.SeeAsync("Robin");
            Assert.DoesNotContain(ParticipantSurname, await employer.Page.ContentAsync(), StringComparison.Ordinal);
            await employer.FillAsync("Vem blir handledare?", "Hani Handledare");
            await employer.PressAsync("Tacka ja");
        });
        await LetterAsync(_coordinator.Email, "En arbetsplats har tackat ja");
    }

    private async Task ThePraktikRunsAndEndsAsync()
    {
        await AsTheCoordinatorAsync(async coordinator =>
        {
            // Start is refused until the överenskommelse is done.
            await coordinator.OpenAsync(_placement);
            await coordinator.SeeAsync("Inväntar godkännande");
            await coordinator.OpenAsync($"{_placement}/overenskommelse");
            await coordinator.FillAsync("När var den klar?", $"{Today:yyyy-MM-dd}");
            await coordinator.FillAsync("Vem har sett den?", "Sam Samordnare");
            await coordinator.PressAsync("Spara");
            await coordinator.SeeAsync("Klar för start");
        });
        await AsTheEmployerAsync(async employer =>
        {
            await employer.OpenAsync("/arbetsgivare/placeringar");
            await employer.SeeAsync(ParticipantSurname);
        });
        site.Clock.AdvanceTo(_start);
        await AsTheCoordinatorAsync(async coordinator =>
        {
            await coordinator.OpenAsync($"{_placement}/start");
            await coordinator.FillAsync("Första dagen", $"{_start:yyyy-MM-dd}");
            await coordinator.FillAsync("Varför är det rätt ändå?", "Frågan är ställd, svaret har inte kommit i tid");
            await coordinator.PressAsync("Bekräfta start");
            await coordinator.SeeAsync("Pågår");
        });
        site.Clock.AdvanceTo(_start.AddDays(21));
        await AsTheCoordinatorAsync(async coordinator =>
        {
            await coordinator.OpenAsync($"{_placement}/avsluta");
            await coordinator.FillAsync("Sista dagen", $"{Today:yyyy-MM-dd}");
            await coordinator.FillAsync("Vad går personen till?", "Arbete utan stöd");
            await coordinator.TickAsync("Ingen (avslutad som planerat)");
            await coordinator.PressAsync("Avsluta");
            await coordinator.OpenAsync($"{_placement}/resultat");
            await coordinator.FillAsync("Vad gör personen nu?", "Arbete utan stöd");
            await coordinator.FillAsync("När frågade ni?", $"{Today:yyyy-MM-dd}");
            await coordinator.PressAsync("Spara resultatet");
            await coordinator.SeeAsync("Avslutad");
        });
    }

    private async Task TheEmployerRecruitsACandidateAsync()
    {
        var employment = "";
        await AsTheCoordinatorAsync(async coordinator =>
        {
            employment = await ProposeAsync(coordinator, "Noa", "Butikssäljare", Today);
            await AskAsync(coordinator, employment);
        });
        await AsTheEmployerAsync(async employer =>
        {
            await employer.OpenAsync("/arbetsgivare/forfragningar");
            await employer.FollowAsync("Noa");
            await employer.PressAsync("Tacka ja");
        });
        await AsTheCoordinatorAsync(async coordinator =>
        {
            await coordinator.OpenAsync($"{employment}/overenskommelse");
            await coordinator.FillAsync("Handlingens datum", $"{Today:yyyy-MM-dd}");
            await coordinator.FillAsync("Vem har sett den?", "Sam Samordnare");
            await coordinator.Page.Locator("[name='Input.Reference']").FillAsync("Anställningsavtal 1");
            await coordinator.PressAsync("Spara");
            await coordinator.OpenAsync($"{employment}/stodbeslut");
            await coordinator.FillAsync("Vilket stöd?", "Nystartsjobb");
            await coordinator.FillAsync("Gäller från", $"{Today:yyyy-MM-dd}");
            await coordinator.FillAsync("Gäller till och med", $"{Today.AddMonths(12):yyyy-MM-dd}");
            await coordinator.FillAsync("Beslutsdatum", $"{Today:yyyy-MM-dd}");
            await coordinator.FillAsync("Arbetsförmedlingens referens", "AF-2026-1");
            await coordinator.PressAsync("Spara stödbeslutet");
            await coordinator.OpenAsync($"{employment}/start");
            await coordinator.FillAsync("Första dagen", $"{Today:yyyy-MM-dd}");
            await coordinator.PressAsync("Bekräfta start");
            await coordinator.SeeAsync("Pågår");
        });
    }

    private async Task AQuestionIsAskedAndAnsweredAsync()
    {
        var asker = $"fragare-{_mark}@exempel.se";
        await Journey.WalkAsync(site, async visitor =>
        {
            await visitor.OpenAsync("/fragor-och-svar");
            await visitor.OpenAsync("/fraga");
            await visitor.FillAsync("Din fråga", $"Behöver vi en försäkring? ({_mark})");
            await visitor.FillAsync("E-postadress", asker);
            await visitor.PressAsync("Skicka frågan");
        }, Journey.Narrow);
        await LetterAsync(asker, "");
        await AsAsync(Role.Coordinator, async coordinator =>
        {
            await coordinator.OpenAsync("/fragor");
            await coordinator.GoOnAsync(coordinator.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(_mark) }));
            await coordinator.FillAsync("Ditt svar", "Kommunen försäkrar den som gör praktik.");
            await coordinator.PressAsync("Skicka svaret");
        });
        Assert.Contains("Kommunen försäkrar", (await LetterAsync(asker, "Svar")).Text, StringComparison.Ordinal);
    }
}
