using System.Text.RegularExpressions;
using CsvHelper;
using EnVagUt.Core.Ground.Data;

namespace EnVagUt.Core.Desk.Import;

/// <summary>Why one line of the file cannot be read. Never holds a personnummer: the line number leads to the row.</summary>
public sealed record ImportFault(int Line, string Text)
{
    public override string ToString() => $"Rad {Line}: {Text}";
}

/// <param name="Name">The heading as our instructions write it.</param>
/// <param name="Also">Other headings that mean the same, as other systems export them.</param>
public sealed record ImportColumn(string Name, bool Required, params string[] Also);

/// <summary>The rows of a separated file or workbook, by column: any order, headings tolerant of case, å ä ö and signs.</summary>
public sealed partial class ImportTable
{
    private readonly List<ImportRow> _rows = [];

    private ImportTable() { }

    public IReadOnlyList<ImportRow> Rows => _rows;
    public List<ImportFault> Faults { get; } = [];

    /// <summary>Headings that no column of ours has; their contents are not read.</summary>
    public List<string> Unread { get; } = [];

    public static ImportTable Read(string text, IReadOnlyCollection<ImportColumn> columns)
    {
        var table = new ImportTable();
        // A line break never belongs in our fields: not allowing it keeps a forgotten quote from swallowing the rest of the file.
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(text), HasHeader = false, TrackLineNumbers = true, TrimWhitespace = true, TrimInsideQuotes = true,
            AllowLineBreaksInQuotes = false, OnMalformedRecord = table.Note,
        });
        if (!reader.Read() || table.Headings(Fields(reader), columns) is not { } headings)
            return table;
        while (reader.Read())
            table.Add(Fields(reader), (int)reader.LineNumber, headings);
        if (table.Rows.Count == 0 && table.Faults.Count == 0)
            table.Faults.Add(new(1, "Filen har en rubrikrad men inga rader med uppgifter."));
        return table;
    }

    // Excel keeps a number as text by writing it as a formula, ="0123".
    private static string[] Fields(CsvReader reader) =>
        [.. reader.Current.ToArray().Select(v => v.Length > 2 && v.StartsWith("=\"", StringComparison.Ordinal) && v.EndsWith('"') ? v[2..^1].Trim() : v)];

    // A stray quote inside a name is kept as it is; one that is never closed is a fault.
    private void Note(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote)
            Faults.Add(new((int)record.LineNumber, "Ett citattecken saknar sitt slut på samma rad."));
    }

    private string[]? Headings(string[] record, IReadOnlyCollection<ImportColumn> columns)
    {
        var known = columns.SelectMany(c => c.Also.Prepend(c.Name).Select(n => (Key: Key(n), c.Name))).ToDictionary(c => c.Key, c => c.Name, StringComparer.Ordinal);
        var headings = record.Select(h => known.GetValueOrDefault(Key(h), "")).ToArray();
        Unread.AddRange(record.Where((h, i) => headings[i].Length == 0 && h.Length > 0));
        foreach (var twice in headings.Where(h => h.Length > 0).GroupBy(h => h).Where(g => g.Count() > 1))
            Faults.Add(new(1, $"Kolumnen ”{twice.Key}” finns två gånger."));
        foreach (var missing in columns.Where(c => c.Required && !headings.Contains(c.Name)))
            Faults.Add(new(1, $"Kolumnen ”{missing.Name}” saknas i rubrikraden."));
        return Faults.Count == 0 ? headings : null;
    }

    private void Add(string[] record, int line, string[] headings)
    {
        // Excel leaves rows of nothing but semicolons behind.
        if (record.All(string.IsNullOrWhiteSpace) || Faults.Any(f => f.Line == line))
            return;
        if (record.Skip(headings.Length).Any(v => v.Length > 0))
            Faults.Add(new(line, $"Raden har {record.Length} fält men rubrikraden {headings.Length}. En text med semikolon i ska stå inom citattecken."));
        else if (record.FirstOrDefault(v => Shortened().IsMatch(v)) is { } shortened)
            Faults.Add(new(line, $"”{shortened}” är ett tal som Excel har förkortat. Gör om kolumnen till text i Excel, skriv talet igen och spara filen på nytt."));
        else
            _rows.Add(new ImportRow(line, headings.Zip(record).Where(p => p.First.Length > 0).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal), Faults));
    }

    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return first.Contains(';') ? ';' : first.Contains('\t') ? '\t' : first.Contains(',') ? ',' : ';';
    }

    [GeneratedRegex(@"^[0-9]([.,][0-9]+)?E\+[0-9]{1,3}$")]
    private static partial Regex Shortened();

    /// <summary>«Giltig_från», «giltig fran» and «GILTIGFRÅN» are the same heading.</summary>
    internal static string Key(string heading) => new([.. Folding.Fold(heading)
        .Select(c => c switch { 'å' or 'ä' => 'a', 'ö' => 'o', _ => c }).Where(char.IsLetterOrDigit)]);
}
