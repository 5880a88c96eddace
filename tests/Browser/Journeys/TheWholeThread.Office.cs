using EnVagUt.Core.Ground.Access;
using Microsoft.Playwright;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public sealed partial class TheWholeThread
{
    private const string Namnd = "Kommunstyrelsen";

    private Task AContractIsFlaggedAsync() => AsAsync(Role.Procurer, async procurer =>
    {
        await procurer.OpenAsync("/avtal/ny");
        await procurer.FillAsync("Diarienummer", $"KS 2026/{_mark}");
        await procurer.FillAsync("Avtalets namn", $"Butiksinredning {_mark}");
        await procurer.FillAsync("Leverantör", Company);
        await procurer.Page.Locator("[name='Contract.SupplierOrgNumber']").FillAsync(OrgNumber);
        await procurer.FillAsync("Bransch", "Handel och fordonsverkstad");
        await procurer.FillAsync("Avtalet börjar", $"{Today:yyyy-MM-dd}");
        await procurer.FillAsync("Avtalet slutar", $"{Today.AddYears(2):yyyy-MM-dd}");
        await procurer.Page.Locator("[name='AwardedOn']").FillAsync($"{Today:yyyy-MM-dd}");
        await procurer.TickAsync("Anställning eller praktik");
        await procurer.FillAsync("Åtagande i månader", "12");
        await procurer.PressAsync("Registrera avtalet");
        await procurer.SeeAsync("Ingen placering räknas mot kravet än");
    });

    /// <summary>A place from the clause runs for a while, and the ledger counts its months.</summary>
    private async Task WhatIsDeliveredShowsAsync()
    {
        var placement = "";
        await AsTheCoordinatorAsync(async coordinator =>
        {
            placement = await ProposeAsync(coordinator, "Kit", "Lagerarbetare", Today);
            await AskAsync(coordinator, placement);
        });
        await AsTheEmployerAsync(async employer =>
        {
            await employer.OpenAsync("/arbetsgivare/forfragningar");
            await employer.FollowAsync("Kit");
            await employer.FillAsync("Handledare", "Hani Handledare");
            await employer.PressAsync("Tacka ja");
        });
        await AsTheCoordinatorAsync(async coordinator =>
        {
            await coordinator.OpenAsync($"{placement}/overenskommelse");
            await coordinator.FillAsync("När var den klar?", $"{Today:yyyy-MM-dd}");
            await coordinator.FillAsync("Vem har sett den?", "Sam Samordnare");
            await coordinator.PressAsync("Spara");
            await coordinator.OpenAsync($"{placement}/start");
            await coordinator.FillAsync("Första dagen", $"{Today:yyyy-MM-dd}");
            await coordinator.FillAsync("Varför är det rätt ändå?", "Frågan är ställd, svaret har inte kommit i tid");
            await coordinator.PressAsync("Bekräfta start");
        });
        site.Clock.AdvanceTo(Today.AddDays(31));
        await AsAsync(Role.ContractManager, async manager =>
        {
            await manager.OpenAsync("/avtal");
            await manager.FollowAsync($"Butiksinredning {_mark}");
            await manager.SeeAsync("Butiken på torget");
            await manager.SeeAsync("Pågår");
            Assert.DoesNotContain(ParticipantSurname, await manager.Page.ContentAsync(), StringComparison.Ordinal);
            var delivered = await manager.Page.Locator("dt:text-is('Levererat') + dd").InnerTextAsync();
            Assert.StartsWith("1", delivered, StringComparison.Ordinal);
        });
    }

    private async Task TheReportReachesTheRegistrarAsync()
    {
        var year = Today.Year;
        site.Clock.AdvanceTo(new DateOnly(year + 1, 1, 11));
        var report = "";
        await AsAsync(Role.UnitManager, async manager =>
        {
            await manager.OpenAsync("/rapporter/sammanstall");
            await manager.FillAsync("Nämnd", Namnd);
            await manager.FillAsync("År", $"{year}");
            await manager.PressAsync("Sammanställ nu");
            await manager.SeeHeadingAsync($"Årsrapport {year} för {Namnd} Utkast");
            report = new Uri(manager.Page.Url).AbsolutePath;
            await manager.OpenAsync($"{report}/las");
            await manager.FillAsync("Handläggare", "Hanna Handläggare");
            await manager.PressAsync("Lås siffrorna");
            await manager.SeeAsync("Kontrollsumma (SHA-256)");
        });
        await AsAsync(Role.UnitManager, async second =>
        {
            await second.OpenAsync($"{report}/godkann");
            await second.FillAsync("Undertecknare", "Ulla Undertecknare");
            await second.PressAsync("Godkänn för överlämning");
            await second.OpenAsync($"{report}/overlamna");
            await second.PressAsync("Lämna över");
            await second.SeeAsync("Överlämnad");

            var document = second.Page.WaitForDownloadAsync();
            await second.Page.GetByRole(AriaRole.Link, new() { Name = "Hämta som Word" }).ClickAsync();
            Assert.EndsWith(".docx", (await document).SuggestedFilename, StringComparison.Ordinal);
        });
        var letter = await LetterAsync("kommunstyrelsen@lindkoping.example", "Årsrapport");
        Assert.EndsWith(".docx", Assert.Single(letter.Files).Name, StringComparison.Ordinal);
    }
}
