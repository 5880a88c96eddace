using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EnVagUt.Tests.Core.Import;

/// <summary>Excel files as Excel itself would save them, and some that it never would.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="Value">A text, a number, or yes or no.</param>
    /// <param name="Format">How Excel shows the number: «000 00», «yyyy-mm-dd».</param>
    internal sealed record Cell(object Value, string? Format = null)
    {
        public bool IsFault { get; private init; }

        public static Cell Fault(string sign) => new(sign, null) { IsFault = true };

        public static implicit operator Cell(string text) => new(text, null);
        public static implicit operator Cell(double number) => new(number, null);
        public static implicit operator Cell(bool yes) => new(yes, null);
    }

    /// <summary>One sheet of texts and numbers; an empty text is an empty cell.</summary>
    public static byte[] Of(params Cell[][] rows) => OfSheets([rows]);

    public static byte[] Of(string[] headings, params Cell[][] rows) => OfSheets([[.. headings.Select(h => (Cell)h)], .. rows]);

    public static byte[] OfSheets(params Cell[][][] sheets)
    {
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            var formats = sheets.SelectMany(s => s).SelectMany(r => r).Select(c => c.Format).OfType<string>().Distinct().ToList();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles(formats);
            foreach (var (rows, index) in sheets.Select((s, i) => (s, i)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select((r, i) => Row(r, i, formats)).Where(r => r.HasChildren)));
                book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)index + 1, Name = $"Blad{index + 1}" });
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A workbook whose only sheet holds these rows, as they are written.</summary>
    public static byte[] WithSheet(string rows) => Zip(
        ("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>"""));

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(text);
            }
        return bytes.ToArray();
    }

    private static Stylesheet Styles(List<string> formats)
    {
        var cells = formats.Select((_, i) => new CellFormat { NumberFormatId = (uint)(164 + i), ApplyNumberFormat = true });
        return new Stylesheet(
            new NumberingFormats(formats.Select((f, i) => new NumberingFormat { NumberFormatId = (uint)(164 + i), FormatCode = f })),
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
            new CellFormats([new CellFormat(), .. cells]));
    }

    private static Row Row(Cell[] cells, int index, List<string> formats)
    {
        var row = new Row { RowIndex = (uint)index + 1 };
        foreach (var (cell, column) in cells.Select((c, i) => (c, i)).Where(c => c.c.Value is not ""))
            row.Append(new DocumentFormat.OpenXml.Spreadsheet.Cell
            {
                CellReference = $"{(char)('A' + column)}{index + 1}",
                StyleIndex = cell.Format is null ? 0 : (uint)formats.IndexOf(cell.Format) + 1,
                DataType = cell.Value switch { _ when cell.IsFault => CellValues.Error, string => CellValues.InlineString, bool => CellValues.Boolean, _ => CellValues.Number },
                CellValue = cell.Value switch
                {
                    string sign when cell.IsFault => new CellValue(sign),
                    string => null,
                    bool yes => new CellValue(yes ? "1" : "0"),
                    var number => new CellValue(Convert.ToString(number, CultureInfo.InvariantCulture)!),
                },
                InlineString = cell.Value is string text && !cell.IsFault ? new InlineString(new Text(text)) : null,
            });
        return row;
    }
}
