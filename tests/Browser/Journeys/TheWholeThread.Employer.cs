using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public sealed partial class TheWholeThread
{
    private const string Password = "granar vinden ror sig sakta";

    private Task TheOrganisationIsReadFromAFileAsync() => AsAsync(Role.Administrator, async admin =>
    {
        await admin.OpenAsync("/admin/import");
        await admin.TickAsync("Kommunens organisation");
        await admin.Page.GetByLabel("Fil", new() { Exact = true }).SetInputFilesAsync(Path.Combine(Repository.Root, "content", "demo", "organisation.csv"));
        await admin.PressAsync("Ladda upp och granska");
        await admin.SeeAsync("Alla rader är rätt");
        await admin.PressAsync("Läs in");
        await admin.OpenAsync("/admin/organisation");
        await admin.SeeAsync("Kommunstyrelsen");
    });

    private async Task AnEmployerRegistersAndIsApprovedAsync()
    {
        await Journey.WalkAsync(site, async employer =>
        {
            await employer.OpenAsync("/arbetsgivare/registrera");
            await employer.PressAsync("Registrera");
            await employer.SeeAsync("Organisationsnummer");
            await employer.FillAsync("Organisationsnummer", "556016-0681");
            await employer.FillAsync("Arbetsgivarens namn", Company);
            await employer.TickAsync("Företag");
            await employer.FillAsync("Bransch", "Handel och fordonsverkstad");
            await employer.FillAsync("Hur många anställda har ni totalt?", "10–19 anställda");
            await employer.FillAsync("Arbetsplatsens namn", "Butiken på torget");
            await employer.FillAsync("Gatuadress", "Torget 1");
            await employer.FillAsync("Postnummer", "999 50");
            await employer.FillAsync("Ort", "Lindköping");
            await employer.FillAsync("Kontaktperson", "Kim Kontakt");
            await employer.FillAsync("Hur många arbetar på arbetsplatsen?", "15");
            await employer.FillAsync("Ditt namn", "Kim Kontakt");
            await employer.FillAsync("Din e-postadress", EmployerEmail);
            await employer.FillAsync("Välj lösenord", Password);
            await employer.PressAsync("Registrera");
            // The check digit was wrong; all else that was typed is still there, but never a password.
            await employer.SeeAsync("Organisationsnumret stämmer inte");
            Assert.Equal(Company, await employer.Page.GetByLabel("Arbetsgivarens namn", new() { Exact = true }).InputValueAsync());
            await employer.FillAsync("Organisationsnummer", OrgNumber);
            await employer.FillAsync("Välj lösenord", Password);
            await employer.PressAsync("Registrera");

            await employer.OpenAsync(LinkIn(await LetterAsync(EmployerEmail, "Bekräfta")));
            await employer.FillAsync("Lösenord", Password);
            await employer.PressAsync("Bekräfta");
            await employer.SeeAsync("du är inloggad");
        }, Journey.Narrow);

        await AsAsync(Role.Coordinator, async coordinator =>
        {
            await coordinator.OpenAsync("/foretag");
            await coordinator.FollowAsync(Company);
            await coordinator.PressAsync("Godkänn");
            await coordinator.SeeAsync("Godkänd");
        });
        await LetterAsync(EmployerEmail, "Er registrering är godkänd");
    }

    private Task TheEmployerOffersPlacesOfThreeKindsAsync() => AsTheEmployerAsync(async employer =>
    {
        await employer.OpenAsync("/arbetsgivare/platser/ny");
        await employer.SeeAsync("Går inte att anmäla här");
        await OfferAsync(employer, "praktik", "Praktik i butik", months: 3);
        await OfferAsync(employer, "lonestod", "Butikssäljare", months: null, () => employer.TickAsync("Nystartsjobb"));
        await OfferAsync(employer, "krav", "Lagerarbetare", months: 6, async () =>
        {
            await employer.Page.GetByLabel("Vilket avtal gäller det?").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
            await employer.TickAsync("Praktik");
        });
        await employer.OpenAsync("/arbetsgivare/platser");
        await employer.SeeAsync("Praktik i butik");
        await employer.SeeAsync("Inskickad");
    });

    private async Task OfferAsync(Journey employer, string kind, string title, int? months, Func<Task>? more = null)
    {
        await employer.OpenAsync($"/arbetsgivare/platser/ny/{kind}");
        await employer.FillAsync("Rubrik", title);
        await employer.FillAsync("Arbetsuppgifter", "Plocka upp varor, möta kunder och hålla ordning.");
        await employer.FillAsync("Antal platser", "2");
        await employer.FillAsync("Från och med", $"{Today.AddDays(14):yyyy-MM-dd}");
        if (months is { } m)
            await employer.Page.Locator("[name='Input.To']").FillAsync($"{Today.AddDays(14).AddMonths(m):yyyy-MM-dd}");
        await employer.TickAsync("Klarar vardagliga samtal");
        await employer.AnswerStaffingAsync();
        if (more is not null)
            await more();
        await employer.PressAsync("Skicka in");
        await employer.SeeHeadingAsync($"{title} Inskickad");
    }

    private async Task TheOffersAreReviewedAsync()
    {
        await LetterAsync(EmployerEmail, "Tack, vi har fått");
        await AsAsync(Role.BusinessContact, async reviewer =>
        {
            await OpenOfferAsync(reviewer, "Praktik i butik");
            await reviewer.FollowAsync("Åter för komplettering");
            await reviewer.FillAsync("Vad behöver kompletteras?", "Vilka arbetskläder behövs?");
            await reviewer.PressAsync("Skicka tillbaka");
            foreach (var title in new[] { "Butikssäljare", "Lagerarbetare" })
                await PublishAsync(reviewer, title);
        });
        await LetterAsync(EmployerEmail, "Er platsanmälan behöver kompletteras");
        await AsTheEmployerAsync(async employer =>
        {
            await employer.OpenAsync("/arbetsgivare/platser");
            await employer.FollowAsync("Praktik i butik");
            await employer.FollowAsync("Komplettera");
            await employer.Page.Locator("[name='Input.Requirements']").FillAsync("Vi lånar ut arbetskläder.");
            await employer.PressAsync("Skicka in");
        });
        await AsAsync(Role.Coordinator, coordinator => PublishAsync(coordinator, "Praktik i butik"));
        await LetterAsync(EmployerEmail, "Er plats är publicerad");
    }

    private static async Task OpenOfferAsync(Journey reviewer, string title)
    {
        await reviewer.OpenAsync("/platser/granska");
        await reviewer.FollowAsync(title);
    }

    private static async Task PublishAsync(Journey reviewer, string title)
    {
        await OpenOfferAsync(reviewer, title);
        await reviewer.PressAsync("Publicera");
        await reviewer.SeeAsync($"”{title}” är publicerad");
    }
}
