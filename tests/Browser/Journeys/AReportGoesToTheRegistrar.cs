using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public class AReportGoesToTheRegistrar(Site site)
{
    [Fact]
    public async Task Compiled_and_locked_by_one_approved_and_handed_over_by_another()
    {
        var namnd = "Fritidsnämnden";
        await AddNamndAsync(namnd);
        var year = $"{site.Clock.Today().Year - 1}";
        var (author, manager) = (await site.AddLoginAsync(Role.UnitManager), await site.AddLoginAsync(Role.UnitManager));
        var report = "";

        await Journey.WalkAsync(site, async reader =>
        {
            await reader.ComeInAsync(author);
            await reader.OpenAsync("/rapporter");
            await reader.FollowAsync("Sammanställ nu");
            await reader.FillAsync("Nämnd", namnd);
            await reader.FillAsync("År", year);
            await reader.PressAsync("Sammanställ nu");
            await reader.SeeAsync("Rapporten är sammanställd.");
            await reader.SeeAsync("Erbjudna och använda platser");
            await reader.FollowAsync("Lås siffrorna");
            await reader.FillAsync("Handläggare", "Alva Handläggare");
            await reader.PressAsync("Lås siffrorna");
            await reader.SeeAsync("Siffrorna är låsta.");
            report = new Uri(reader.Page.Url).AbsolutePath;
        });

        await Journey.WalkAsync(site, async boss =>
        {
            await boss.ComeInAsync(manager);
            await boss.OpenAsync(report);
            await boss.FollowAsync("Godkänn för överlämning");
            await boss.FillAsync("Undertecknare", "Ulla Enhetschef");
            await boss.PressAsync("Godkänn för överlämning");
            await boss.FollowAsync("Lämna över");
            await boss.SeeAsync("fritid@exempel.se");
            await boss.PressAsync("Lämna över");
            await boss.FollowAsync("Anteckna diarienummer");
            await boss.FillAsync("Diarienummer", "FN 2027/3");
            await boss.PressAsync("Spara");
            await boss.SeeAsync("Rapporten är överlämnad och diarieförd.");
        });
    }

    private async Task AddNamndAsync(string name)
    {
        await using var db = site.Database.Open();
        var stamp = new Stamp(null, site.Clock.UtcNow());
        var namnd = OrgUnit.Create(OrgLevel.Namnd, name, name, null, new DateOnly(2019, 1, 1), stamp);
        namnd.Describe(name, null, null, null, null, "fritid@exempel.se", stamp);
        var office = OrgUnit.Create(OrgLevel.Forvaltning, $"{name}/f", "Fritidsförvaltningen", namnd, new DateOnly(2019, 1, 1), stamp);
        db.AddRange(namnd, office);
        await db.SaveChangesAsync();
    }
}
