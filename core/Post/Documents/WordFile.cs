using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EnVagUt.Core.Ground.Data;

namespace EnVagUt.Core.Post.Documents;

/// <summary>
/// Word files with real headings, marked header rows, Swedish as their language, and the same bytes for the same content:
/// ids are set, and times inside the file are given, because OpenXML draws ids by lot and reads the clock.
/// </summary>
internal static class WordFile
{
    private const int TextWidth = 9070;
    private const int NumberWidth = 1250;

    internal sealed record Row(string? Section, string Label, bool IsTotal, IReadOnlyList<(string Column, string Value)> Cells);

    public static byte[] Write(Body body, string title, string creator, string footer, DateTime at)
    {
        using var draft = new MemoryStream();
        using (var file = WordprocessingDocument.Create(draft, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            file.ChangeIdOfPart(main, "rId1");
            main.Document = new Document(body);
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Styles();
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = WordStyles.Bullets();
            main.AddNewPart<FooterPart>("rId3").Footer = new Footer(FooterLine(footer));
            main.AddNewPart<DocumentSettingsPart>("rId4").Settings = new DocumentFormat.OpenXml.Wordprocessing.Settings(
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
                new ThemeFontLanguages { Val = "sv-SE" });
            var properties = file.AddCoreFilePropertiesPart();
            file.ChangeIdOfPart(properties, "rId2");
            WriteProperties(properties, title, creator, at);
        }
        return SameBytes(draft, at);
    }

    public static Paragraph Heading(int level, string text, bool onNewPage = false)
    {
        var paragraph = Paragraph($"Heading{level}", text);
        if (onNewPage)
            paragraph.ParagraphProperties!.Append(new PageBreakBefore());
        return paragraph;
    }

    public static Paragraph Paragraph(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), TextRun(text));

    /// <summary>«Datum   20 januari 2027».</summary>
    public static Paragraph Fact(string name, string value) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = "Fact" }),
            new Run(new RunProperties(new Bold()), Preserved(name)), new Run(new TabChar()), TextRun(value));

    public static Table Signatures(params ReadOnlySpan<string> namesAndTitles)
    {
        var row = new TableRow();
        for (var i = 0; i < namesAndTitles.Length; i += 2)
            row.Append(new TableCell(
                new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Width(TextWidth / 2) }),
                Paragraph("Signature", namesAndTitles[i]), Paragraph("Note", namesAndTitles[i + 1])));
        return new Table(new TableProperties(FullWidth(), Fixed()), new TableGrid(
            new GridColumn { Width = Width(TextWidth / 2) }, new GridColumn { Width = Width(TextWidth / 2) }), row);
    }

    public static OpenXmlElement Table(string caption, string rowHead, IReadOnlyList<Row> rows)
    {
        if (rows.Count == 0)
            return Paragraph("Normal", "Inget att redovisa.");
        var columns = rows[0].Cells.Select(c => c.Column).ToList();
        var first = TextWidth - NumberWidth * columns.Count;
        var table = new Table(
            new TableProperties(new TableStyle { Val = "ReportTable" }, FullWidth(), Fixed(),
                new TableLook { FirstRow = true, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = CleanText.Of(caption) }),
            new TableGrid([new GridColumn { Width = Width(first) }, .. columns.Select(_ => new GridColumn { Width = Width(NumberWidth) })]),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), Cell(first, "TableHead", rowHead),
                .. columns.Select(c => Cell(NumberWidth, "TableHeadNumber", c))]));
        string? section = null;
        foreach (var row in rows)
        {
            if (row.Section is not null && row.Section != section)
                table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(TextWidth, "TableSection", row.Section, columns.Count + 1)));
            section = row.Section;
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), Cell(first, "TableRow", row.Label, bold: row.IsTotal),
                .. row.Cells.Select(c => Cell(NumberWidth, "TableNumber", c.Value, bold: row.IsTotal))]));
        }
        return table;
    }

    /// <summary>A4, 2.5 cm on all sides, with the footer.</summary>
    public static SectionProperties Page() => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = "rId3" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1418, Right = 1418, Bottom = 1418, Left = 1418, Header = 709, Footer = 709, Gutter = 0 });

    private static Paragraph FooterLine(string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }), TextRun(text), new Run(new TabChar()), TextRun("Sida "),
            new SimpleField(new Run(Preserved("1"))) { Instruction = " PAGE " });

    private static TableCell Cell(int width, string style, string text, int span = 1, bool bold = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Width(width) });
        if (span > 1)
            properties.Append(new GridSpan { Val = span });
        var paragraph = Paragraph(style, text);
        if (bold)
            paragraph.GetFirstChild<Run>()!.RunProperties = new RunProperties(new Bold());
        return new TableCell(properties, paragraph);
    }

    private static Run TextRun(string text) => new(Preserved(text));
    // Whatever old rows hold: one sign that XML cannot hold would make the whole file impossible.
    private static Text Preserved(string text) => new(CleanText.Of(text)) { Space = SpaceProcessingModeValues.Preserve };
    private static TableWidth FullWidth() => new() { Type = TableWidthUnitValues.Dxa, Width = Width(TextWidth) };
    private static TableLayout Fixed() => new() { Type = TableLayoutValues.Fixed };
    private static string Width(int twips) => twips.ToString(CultureInfo.InvariantCulture);

    private static void WriteProperties(CoreFilePropertiesPart part, string title, string creator, DateTime at)
    {
        var time = at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        using var stream = part.GetStream(FileMode.Create);
        using var writer = new StreamWriter(stream);
        writer.Write($"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Xml(title)}</dc:title><dc:creator>{Xml(creator)}</dc:creator><dc:language>sv-SE</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified></cp:coreProperties>
            """);
    }

    private static string Xml(string text) => System.Security.SecurityElement.Escape(CleanText.Of(text));

    // Word wants [Content_Types].xml among the first; by ordinal order it is.
    private static byte[] SameBytes(MemoryStream draft, DateTime at)
    {
        draft.Position = 0;
        using var source = new ZipArchive(draft, ZipArchiveMode.Read);
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc));
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        return result.ToArray();
    }
}
