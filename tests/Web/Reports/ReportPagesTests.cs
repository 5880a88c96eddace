using System.Net;
using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Reports;

public class ReportPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Fact]
    public async Task A_report_goes_from_compile_now_to_the_registrars_diary_number()
    {
        app.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var namnd = await NamndAsync("Barn- och skolnämnden", "registrator.barn@exempel.se");
        using var author = await app.SignInAsAsync(Role.UnitManager);
        using var manager = await app.SignInAsAsync(Role.UnitManager);

        Assert.Contains("2026", (await author.GetPageAsync("/rapporter/sammanstall")).QuerySelector("#Input_Year")!.OuterHtml, StringComparison.Ordinal);
        using var compiled = await author.PostFormAsync("/rapporter/sammanstall", new Dictionary<string, string?> { ["Input.NamndId"] = namnd.ToString(), ["Input.Year"] = "2026" });
        var report = compiled.Headers.Location!.OriginalString;
        var draft = await author.GetPageAsync(report);
        Assert.Contains("Årsrapport 2026 för Barn- och skolnämnden Utkast", draft.MainText(), StringComparison.Ordinal);
        Assert.NotNull(draft.QuerySelector($"a[href='{report}/las']"));

        using var locked = await author.PostFormAsync($"{report}/las", new Dictionary<string, string?> { ["Input.AuthorName"] = "Alva Handläggare" });
        Assert.Equal(report, locked.Headers.Location!.OriginalString);
        using var word = await author.GetAsync($"{report}/dokument");
        Assert.Equal(ReportDocument.ContentType, word.Content.Headers.ContentType!.MediaType);
        Assert.Equal("arsrapport-2026-barn-och-skolnamnden.docx", word.Content.Headers.ContentDisposition!.FileName);

        Assert.Null((await manager.GetPageAsync($"{report}/godkann")).QuerySelector("#Input_OwnApprovalReason"));
        using var approved = await manager.PostFormAsync($"{report}/godkann", new Dictionary<string, string?> { ["Input.ApproverName"] = "Ulla Enhetschef" });
        Assert.Equal(report, approved.Headers.Location!.OriginalString);
        Assert.Contains("registrator.barn@exempel.se", (await manager.GetPageAsync($"{report}/overlamna")).MainText(), StringComparison.Ordinal);
        using var handedOver = await manager.PostFormAsync($"{report}/overlamna", Nothing, "Lämna över");
        using var numbered = await author.PostFormAsync($"{report}/dnr", new Dictionary<string, string?> { ["Input.DiaryNumber"] = "BSN 2027/3" });

        var done = await author.GetPageAsync(report);
        Assert.Equal("Diarienumret är antecknat.", done.QuerySelector("[role=status]")!.TextContent);
        var facts = done.QuerySelectorAll("dl.facts > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent);
        Assert.Equal("20 jan 2027 kl. 09.00 till registrator.barn@exempel.se", facts["Överlämnad"]);
        Assert.Equal("20 jan 2027 kl. 09.00 av Ulla Enhetschef", facts["Godkänd för överlämning"]);
        Assert.Equal("Alva Handläggare", facts["Handläggare"]);
        Assert.Equal("31 dec 2026", facts["Period till och med"]);
        Assert.Equal("20 jan 2027 kl. 09.00", facts["Registrerat senast"]);
        Assert.Equal(64, facts["Kontrollsumma (SHA-256)"].Length);
        Assert.Contains("BSN 2027/3", (await author.GetPageAsync("/rapporter")).MainText(), StringComparison.Ordinal);
        Assert.Equal(["registrator.barn@exempel.se"], await app.ReadAsync(db => db.Mail.Where(m => m.Template == "arsrapport-till-registrator").Select(m => m.To).ToListAsync()));
    }

    [Fact]
    public async Task The_figures_stand_in_tables_with_heads_and_their_perspective()
    {
        var report = await CompiledAsync("Kulturnämnden");
        using var reader = await app.SignInAsAsync(Role.UnitManager);
        var page = await reader.GetPageAsync($"/rapporter/{report}");

        var table = page.QuerySelector("table")!;
        Assert.Equal("Erbjudna och använda platser", table.QuerySelector("caption")!.TextContent);
        Assert.Equal(["Förvaltning och form", "Erbjudna", "Använda"], table.QuerySelectorAll("thead th[scope=col]").Select(h => h.TextContent));
        Assert.Equal(["Nämnden totalt", "Hela kommunen"], table.QuerySelectorAll("th[scope=rowgroup]").Select(h => h.TextContent));
        Assert.All(table.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("td") is not null), r => Assert.NotNull(r.QuerySelector("th[scope=row]")));
        Assert.Contains("Mottagande nämnd.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Nämnden ansvarar inte för några deltagare", page.MainText(), StringComparison.Ordinal);
        // Whoever may make the draft may also compile it anew, and nothing else.
        Assert.Equal(["Sammanställ nu"], page.QuerySelectorAll("main form").Select(f => f.TextContent.Trim()));
    }

    [Fact]
    public async Task A_reader_of_reports_reads_the_locked_ones_and_does_nothing_to_them()
    {
        var (draft, locked) = (await CompiledAsync("Byggnadsnämnden"), await CompiledAsync("Gatunämnden"));
        using var manager = await app.SignInAsAsync(Role.UnitManager);
        (await manager.PostFormAsync($"/rapporter/{locked}/las", new Dictionary<string, string?> { ["Input.AuthorName"] = "Ulla Enhetschef" })).Dispose();

        using var reader = await app.SignInAsAsync(Role.ReportReader);
        var list = (await reader.GetPageAsync("/rapporter")).MainText();
        Assert.Contains("Gatunämnden", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Byggnadsnämnden", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Sammanställ nu", list, StringComparison.Ordinal);
        using var hidden = await reader.GetAsync($"/rapporter/{draft}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        var page = await reader.GetPageAsync($"/rapporter/{locked}");
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal([$"/rapporter/{locked}/dokument"], page.QuerySelectorAll("main .buttons a").Select(a => a.GetAttribute("href")));
        foreach (var step in new[] { "las", "godkann", "overlamna", "dnr" })
        {
            using var refused = await reader.GetAsync($"/rapporter/{locked}/{step}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task The_author_must_say_why_before_approving_alone_and_loses_nothing_typed()
    {
        app.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var report = await CompiledAsync("Miljönämnden");
        using var manager = await app.SignInAsAsync(Role.UnitManager);
        using var locked = await manager.PostFormAsync($"/rapporter/{report}/las", new Dictionary<string, string?> { ["Input.AuthorName"] = "Ulla Enhetschef" });
        using var refused = await manager.PostFormAsync($"/rapporter/{report}/godkann", new Dictionary<string, string?> { ["Input.ApproverName"] = "Ulla E." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.DocumentAsync();
        Assert.Equal("#Input_OwnApprovalReason", page.QuerySelector(".ds-error-summary a")!.GetAttribute("href"));
        Assert.Contains("Ulla E.", page.QuerySelector("#Input_ApproverName")!.OuterHtml, StringComparison.Ordinal);

        using var approved = await manager.PostFormAsync($"/rapporter/{report}/godkann",
            new Dictionary<string, string?> { ["Input.ApproverName"] = "Ulla E.", ["Input.OwnApprovalReason"] = "Ingen annan chef finns" });
        Assert.Contains("Ingen annan chef finns", (await manager.GetPageAsync($"/rapporter/{report}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_goes_on_is_compiled_but_not_locked()
    {
        app.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var report = await CompiledAsync("Tekniska nämnden", 2027);
        using var manager = await app.SignInAsAsync(Role.UnitManager);
        var page = await manager.GetPageAsync($"/rapporter/{report}/las");
        Assert.Contains("från och med den 1 januari 2028", page.MainText(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        using var word = await manager.GetAsync($"/rapporter/{report}/dokument");
        Assert.Equal(HttpStatusCode.NotFound, word.StatusCode);
    }

    private async Task<Guid> CompiledAsync(string namnd, int year = 2026)
    {
        app.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var id = await NamndAsync(namnd, null);
        return await app.InScopeAsync(s => s.GetRequiredService<AnnualReportService>().CompileAsync(id, year, default));
    }

    private Task<Guid> NamndAsync(string name, string? registrar) => app.ReadAsync(async db =>
    {
        var stamp = new Stamp(null, app.Clock.UtcNow());
        var namnd = OrgUnit.Create(OrgLevel.Namnd, name, name, null, new DateOnly(2019, 1, 1), stamp);
        namnd.Describe(name, null, null, null, null, registrar, stamp);
        db.Add(namnd);
        await db.SaveChangesAsync();
        return namnd.Id;
    });
}
