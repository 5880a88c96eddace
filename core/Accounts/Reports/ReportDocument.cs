using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Documents;

namespace EnVagUt.Core.Accounts.Reports;

/// <summary>
/// The report as Word: a tjänsteskrivelse under the usual headings, and the report with every table as its
/// appendix. Reads the frozen rows only, so the same report always gives the same bytes.
/// </summary>
public sealed class ReportDocument(ReportTexts texts, Municipality municipality)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string FileName(AnnualReport report) => $"arsrapport-{report.Year}-{Slug(report.NamndName)}.docx";

    public byte[] Write(AnnualReport report)
    {
        var body = new Body();
        Memo(body, report);
        Appendix(body, report);
        body.Append(WordFile.Page());
        var title = $"Årsrapport {report.Year} för {report.NamndName}";
        return WordFile.Write(body, title, report.AuthorName!, $"{title}. Kontrollsumma {report.Hash![..16]}…", report.LockedAt!.Value);
    }

    private void Memo(Body body, AnnualReport report)
    {
        body.Append(
            WordFile.Paragraph("Sender", report.MunicipalityName),
            WordFile.Paragraph("Sender", municipality.AmeName),
            WordFile.Fact("Handling", "Tjänsteskrivelse"),
            WordFile.Fact("Datum", report.LockedAt!.Value.StockholmDate().Written()),
            WordFile.Fact("Diarienummer", ""),
            WordFile.Fact("Handläggare", report.AuthorName!),
            WordFile.Fact("Till", report.NamndName),
            WordFile.Heading(1, $"En väg ut: årsrapport {report.Year}"));
        foreach (var section in texts.MemoSections(Values(report)))
        {
            body.Append(WordFile.Heading(2, section.Heading));
            foreach (var paragraph in section.Paragraphs)
                body.Append(WordFile.Paragraph(paragraph.IsItem ? "ListBullet" : "Normal", paragraph.Text));
        }
        body.Append(WordFile.Signatures(report.ApproverName ?? "", "Undertecknare", report.AuthorName!, "Handläggare"));
    }

    private void Appendix(Body body, AnnualReport report)
    {
        body.Append(WordFile.Heading(1, "Bilaga: rapport", onNewPage: true));
        foreach (var (name, value) in AboutTheFigures(report))
            body.Append(WordFile.Fact(name, value));
        if (!report.Tables.Any(t => t.Kind.CountsPersons()))
            body.Append(WordFile.Paragraph("Normal", texts.WithoutParticipants));
        foreach (var table in report.Tables.OrderBy(t => t.Number))
        {
            body.Append(
                WordFile.Heading(2, $"{table.Number}. {table.Title}"),
                WordFile.Paragraph("Perspective", table.Perspective),
                WordFile.Table(table.Title, table.Kind.RowHead(), Rows(table)));
            body.Append(WordFile.Paragraph("Note", table.Note ?? ""));
        }
    }

    private static IEnumerable<(string, string)> AboutTheFigures(AnnualReport report) =>
    [
        ("Nämnd", report.NamndName),
        ("Period till och med", report.To.Written()),
        ("Registrerat senast", Instant(report.RegisteredAtLatest)),
        ("Siffrorna låsta av", report.AuthorName!),
        ("Godkänd för överlämning", report.ApprovedAt is { } at ? $"{Instant(at)} av {report.ApproverName}" : "inte än"),
        .. report.OwnApprovalReason is { } reason ? [("Godkänd av handläggaren själv", reason)] : Array.Empty<(string, string)>(),
        // In groups, so that it can be compared by eye and broken over lines.
        ("Kontrollsumma (SHA-256)", string.Join(' ', report.Hash!.Chunk(16).Select(c => new string(c)))),
    ];

    private static List<WordFile.Row> Rows(ReportTable table) =>
        [.. table.Figures.GroupBy(f => f.RowNumber).OrderBy(g => g.Key).Select(g =>
            new WordFile.Row(g.First().Section, g.First().Row, ReportFigure.IsTotal(g.First().Row), [.. g.OrderBy(f => f.ColumnNumber).Select(f => (f.Column, f.Text))]))];

    private Dictionary<string, string> Values(AnnualReport report) => new()
    {
        ["ar"] = report.Year.ToString(CultureInfo.InvariantCulture),
        ["namnd"] = report.NamndName,
        ["i_namnden"] = InRunningText(report.NamndName),
        ["namnden"] = InRunningText(report.NamndName).Capital(),
        ["kommun"] = report.MunicipalityName,
        ["enhet"] = municipality.AmeName,
        ["period_till"] = report.To.Written(),
        ["registrerat"] = Instant(report.RegisteredAtLatest),
        ["platser_erbjudna"] = Sum(report, ReportTableKind.Places, 1),
        ["platser_anvanda"] = Sum(report, ReportTableKind.Places, 2),
        ["lonestod_erbjudna"] = Sum(report, ReportTableKind.Lonestod, 1),
        ["lonestod_anvanda"] = Sum(report, ReportTableKind.Lonestod, 2),
    };

    // In running text two points would look like a slip.
    private const string NotShown = "visas inte";

    // The nämnd's own total, or its only förvaltning's: the last line before the whole municipality's.
    private static string Sum(AnnualReport report, ReportTableKind kind, int column) =>
        report.Tables.Single(t => t.Kind == kind).Figures
            .Where(f => f.ColumnNumber == column && f.Section != PlaceTables.WholeMunicipality)
            .OrderBy(f => f.RowNumber).Last() is { Hidden: false } shown ? shown.Text : NotShown;

    /// <summary>«Förslag till beslut i kultur- och utbildningsnämnden».</summary>
    public static string InRunningText(string namnd)
    {
        var name = namnd.EndsWith("nämnd", StringComparison.Ordinal) ? namnd + "en" : namnd;
        return name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLower(name[0], SwedishTime.Culture) + name[1..];
    }

    private static string Instant(DateTime utc)
    {
        var local = utc.ToStockholm();
        return $"{DateOnly.FromDateTime(local).Written()} klockan {local.ToString("HH.mm", CultureInfo.InvariantCulture)}";
    }

    private static string Slug(string name) =>
        string.Join('-', Folding.Words(name)).Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');
}
