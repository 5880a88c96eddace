using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Reports;

public class ReportDocumentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_sound_Swedish_Word_with_headings_and_marked_header_rows()
    {
        var (report, bytes) = await ApprovedAsync();
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);

        Expect.None(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var main = file.MainDocumentPart!;
        Assert.Equal("sv-SE", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val);
        var headings = main.Document!.Body!.Elements<Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style && style.StartsWith("Heading", StringComparison.Ordinal))
            .Select(p => p.InnerText).ToList();
        Assert.Equal(
            ["En väg ut: årsrapport 2026", "Ärendebeskrivning", "Beredning", "Beslut", "Expedieras till", "Bilaga: rapport", "1. Erbjudna och använda platser"],
            headings.Take(7));
        var tables = main.Document.Body.Elements<Table>().Where(t => t.Descendants<TableCaption>().Any()).ToList();
        Assert.Equal(report.Tables.Count, tables.Count);
        Assert.All(tables, t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
    }

    [Fact]
    public async Task It_says_what_is_to_be_decided_whose_figures_they_are_and_by_which_dates()
    {
        var (report, bytes) = await ApprovedAsync();
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        var text = string.Join('\n', file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText));

        Assert.Contains("Förslag till beslut i arbetsmarknadsnämnden:\nArbetsmarknadsnämnden godkänner rapporten och lägger den till handlingarna.", text);
        Assert.Contains("Period till och med31 december 2026", text);
        Assert.Contains("Registrerat senast20 januari 2027 klockan 09.00", text);
        Assert.Contains("var antalet erbjudna platser 3. Platser som användes: 2.", text);
        Assert.Contains(report.Hash!, text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("Mottagande nämnd.", text);
        Assert.Contains("Färre än 5 visas inte", text);
        Assert.Contains("Alva Handläggare", text);
        Assert.Contains("Ulla Enhetschef", text);
        Assert.DoesNotContain("{{", text);
        foreach (var figure in report.Tables.SelectMany(t => t.Figures))
            Assert.Contains(figure.Row, text);
    }

    [Fact]
    public async Task A_hidden_number_is_hidden_in_running_text_too()
    {
        await using var s = await ReportStage.StartAsync();
        var day = new DateOnly(2026, 3, 2);
        s.Test.Clock.SetStockholm(day);
        var offer = await s.OfferAsync(await s.OwnWorkplaceAsync(s.Home), 1, Form.Employment, null, Lonestod.Nystartsjobb);
        await s.Test.Get<PlacementService>().RecordSupportAsync(await s.StartAsync(offer),
            new() { Kind = Lonestod.Nystartsjobb, From = day, To = day.AddMonths(3), DecidedOn = day, Reference = "AF 1" }, Ct);
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var (_, bytes) = await s.Service.DocumentAsync((await s.LockAsync(s.Care)).Id, Ct);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Contains("Platser som användes: visas inte. Platser som var öppna för lönestöd: 1. Personer som var anställda med lönestöd under året: visas inte.", await TextAsync(zip));
    }

    [Fact]
    public async Task The_same_report_gives_the_same_bytes_with_the_time_of_the_lock_in_the_file()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var locked = await s.LockAsync(s.Care);
        var first = await s.Service.DocumentAsync(locked.Id, Ct);
        s.Test.Clock.AdvanceDays(5);
        s.Test.NewScope();
        var second = await s.Service.DocumentAsync(locked.Id, Ct);

        Assert.Equal(first.Bytes, second.Bytes);
        using var zip = new ZipArchive(new MemoryStream(first.Bytes));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(2027, 1, 20, 8, 0, 0), e.LastWriteTime.DateTime));
        Assert.Contains("Nämnden ansvarar inte för några deltagare", await TextAsync(zip));
    }

    [Theory]
    [InlineData("Kultur- och utbildningsnämnden", "kultur- och utbildningsnämnden")]
    [InlineData("Socialnämnd", "socialnämnden")]
    [InlineData("Kommunstyrelsen", "kommunstyrelsen")]
    [InlineData("KS", "KS")]
    public void The_namnd_is_written_small_in_running_text(string name, string expected) =>
        Assert.Equal(expected, ReportDocument.InRunningText(name));

    private static async Task<string> TextAsync(ZipArchive zip)
    {
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return await reader.ReadToEndAsync(Ct);
    }

    private static async Task<(AnnualReport, byte[])> ApprovedAsync()
    {
        await using var s = await ReportStage.StartAsync();
        s.Test.Clock.SetStockholm(new DateOnly(2026, 3, 2));
        var offer = await s.OfferAsync(await s.Test.Stage.WorkplaceAsync(), slots: 3);
        await s.StartAsync(offer, 0, Sex.Woman);
        await s.StartAsync(offer, 1, Sex.Man);
        s.Test.Clock.SetStockholm(new DateOnly(2027, 1, 20));
        var report = await AnnualReportServiceTests.ApprovedAsync(s, s.Labour);
        return (report, (await s.Service.DocumentAsync(report.Id, Ct)).Bytes);
    }
}
