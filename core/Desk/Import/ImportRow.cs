using System.Globalization;
using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Core.Desk.Import;

/// <summary>One row of a file. Every reader notes what is wrong and goes on, so that all faults are shown at once.</summary>
public sealed partial class ImportRow(int line, IReadOnlyDictionary<string, string> values, List<ImportFault> faults)
{
    private const int Longest = 200;

    public int Line { get; } = line;

    /// <summary>Whether anything was wrong with this row.</summary>
    public bool IsFaulty { get; private set; }

    public void Fault(string text)
    {
        IsFaulty = true;
        faults.Add(new(Line, text));
    }

    /// <summary>Null when the column is missing or the field empty.</summary>
    public string? Text(string column, int longest = Longest)
    {
        var value = values.GetValueOrDefault(column, "");
        if (value.Length > longest)
            Fault($"”{column}” har {value.Length} tecken. Det får vara högst {longest}.");
        return value.Length == 0 ? null : value;
    }

    public string Required(string column, int longest = Longest)
    {
        var value = Text(column, longest);
        if (value is null)
            Fault($"”{column}” är tomt.");
        return value ?? "";
    }

    public DateOnly? Date(string column)
    {
        // Some systems write an open end as the last day of the calendar.
        if (Text(column) is not { } typed || typed.StartsWith("9999", StringComparison.Ordinal))
            return null;
        // Excel may add a time of midnight.
        if (SwedishDate.Read(Midnight().Replace(typed, ""), out var date) == DateReading.Read)
            return date;
        Fault($"”{column}” är ”{typed}”. Skriv datumet som 2026-11-22.");
        return null;
    }

    public bool Has(string column) => values.GetValueOrDefault(column, "").Length > 0;

    public string? Email(string column)
    {
        var typed = Text(column, 254);
        if (typed is null || EmailShape().IsMatch(typed))
            return typed;
        Fault($"”{column}” är ”{typed}”, som inte är en e-postadress.");
        return null;
    }

    public string? PostalCode(string column)
    {
        if (Text(column) is not { } typed)
            return null;
        var digits = typed.Replace(" ", "", StringComparison.Ordinal).Replace("SE-", "", StringComparison.OrdinalIgnoreCase);
        if (digits.Length == 5 && digits.All(char.IsAsciiDigit))
            return $"{digits[..3]} {digits[3..]}";
        Fault($"”{column}” är ”{typed}”. Ett postnummer har fem siffror.");
        return null;
    }

    public int? Whole(string column)
    {
        if (Text(column) is not { } typed)
            return null;
        if (int.TryParse(typed.Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Fault($"”{column}” är ”{typed}”. Skriv ett heltal.");
        return null;
    }

    public bool? YesNo(string column)
    {
        switch (Text(column) is { } typed ? Folding.Fold(typed) : null)
        {
            case null: return null;
            case "ja" or "j" or "x" or "1" or "sant" or "true": return true;
            case "nej" or "n" or "0" or "falskt" or "false": return false;
            default:
                Fault($"”{column}” är ”{Text(column)}”. Skriv ja eller nej.");
                return null;
        }
    }

    /// <summary>A value by its Swedish label, or by one of the short words given.</summary>
    public T? Choice<T>(string column, IReadOnlyDictionary<string, T> also) where T : struct, Enum
    {
        if (Text(column) is not { } typed)
            return null;
        var key = ImportTable.Key(typed);
        foreach (var value in Enum.GetValues<T>())
            if (ImportTable.Key(value.Label()) == key)
                return value;
        if (also.TryGetValue(key, out var found))
            return found;
        Fault($"”{column}” är ”{typed}”. Skriv ett av: {string.Join(", ", Enum.GetValues<T>().Select(v => v.Label()))}.");
        return null;
    }

    /// <summary>A branch by its label or by SNI 2007's letter, A–S.</summary>
    public Branch? Branch(string column) =>
        Choice(column, Enum.GetValues<Branch>().ToDictionary(b => ((char)('a' + (int)b)).ToString(), b => b));

    [GeneratedRegex(@"[ T]00[:.]00([:.]00)?$")]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+$")]
    private static partial Regex EmailShape();
}
