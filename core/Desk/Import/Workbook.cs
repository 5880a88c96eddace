using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using ExcelDataReader;

namespace EnVagUt.Core.Desk.Import;

/// <summary>
/// The first sheet of an Excel workbook as the text that Excel would have saved as CSV: one line for each row, so that row
/// numbers agree, and each cell as people see it there.
/// </summary>
internal static partial class Workbook
{
    // A file of a few kilobytes may unpack to gigabytes, and a sheet of one cell may claim to be a million rows wide.
    private const int MostUnpacked = 20 * ImportText.MostBytes;
    private const int MostCells = 2_000_000;
    private const int MostParts = 1_000;

    public static bool IsOne(byte[] bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>A workbook of the format before 2007, or a locked one: Excel packs both in the same old way.</summary>
    public static bool IsOldOrLocked(byte[] bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    /// <exception cref="RuleBreachException">No workbook, a broken one or one that unpacks too large.</exception>
    public static string ToCsv(byte[] bytes, string field)
    {
        try
        {
            RuleBreachException.When(UnpacksTooLarge(bytes), Rule.ImportFileTooLarge, field, ImportText.MostBytes / 1024 / 1024);
            // The reader's settings ask for Windows-1252 even when nothing needs it.
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
            return Text(reader, field);
        }
        catch (Exception e) when (e is not RuleBreachException)
        {
            // A damaged file fails in as many ways as there are damages.
            throw new RuleBreachException(Rule.ImportWorkbookBroken, field);
        }
    }

    // What the file says of its sizes is not believed: they are counted.
    private static bool UnpacksTooLarge(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts)
            return true;
        var unpacked = 0L;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
                if ((unpacked += read) > MostUnpacked)
                    return true;
        }
        return false;
    }

    private static string Text(IExcelDataReader reader, string field)
    {
        var (text, cells) = (new StringBuilder(), 0L);
        while (reader.Read())
        {
            cells += Math.Max(reader.FieldCount, 1);
            RuleBreachException.When(cells > MostCells || text.Length > ImportText.MostBytes, Rule.ImportFileTooLarge, field, ImportText.MostBytes / 1024 / 1024);
            var last = Enumerable.Range(0, reader.FieldCount).LastOrDefault(i => !reader.IsDBNull(i), -1);
            for (var column = 0; column <= last; column++)
                text.Append(column > 0 ? ";" : "").Append(Quoted(Shown(reader, column)));
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Shown(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        // Nothing, or a formula that Excel could not reckon out.
        null => "",
        string text => LineBreaks().Replace(text, " "),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "SANT" : "FALSKT",
        var number => Number(Convert.ToDouble(number, CultureInfo.InvariantCulture), reader.GetNumberFormatString(column)),
    };

    // «000000-0000» and «000 00» put zeros and signs in that are not in the number; otherwise every digit is shown, never 4,6E+10.
    private static string Number(double number, string? format)
    {
        if (format is not null && Digits().IsMatch(format))
            return number.ToString(format, CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.##########", SwedishTime.Culture) : number.ToString(SwedishTime.Culture);
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(";\"") < 0 && !value.Contains('\t', StringComparison.Ordinal) ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"[\r\n\u2028\u2029]+")]
    private static partial Regex LineBreaks();

    [GeneratedRegex("""^(?=.*0)(?:[0#\- ]|\\.|"[^"]*")+$""")]
    private static partial Regex Digits();
}
