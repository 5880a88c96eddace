using System.Globalization;
using System.Text;

namespace EnVagUt.Core.Ground.Data;

/// <summary>
/// One way of folding and ordering Swedish text for both databases (docs/model.md, Search and order): SQLite neither folds Å nor sorts it
/// after z, SQL Server's collations do both, so neither is asked.
/// </summary>
public static class Folding
{
    /// <summary>
    /// Lower case; å ä ö stay letters of their own, other accents fall away (é is found by e), and so do strokes and
    /// ligatures (ł by l, ø by ö as a Swede types it). Takes any text: letters are not UTF-16 units.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        // Composed first, so that an å typed as a and a ring is å.
        foreach (var letter in CleanText.Of(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
            Append(folded, Rune.ToLowerInvariant(letter));
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, Rune letter)
    {
        if (Plain(letter.Value) is { } plain)
            folded.Append(plain);
        else if (letter.IsAscii)
            folded.Append((char)letter.Value);
        else
            foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
                if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                    folded.Append(Plain(part.Value) ?? Rune.ToLowerInvariant(part).ToString());
    }

    // Letters that stay as they are, and those that Unicode does not take apart.
    private static string? Plain(int letter) => letter switch
    {
        'å' => "å",
        'ä' or 'æ' => "ä",
        'ö' or 'ø' => "ö",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ð' or 'đ' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŧ' => "t",
        _ => null,
    };

    /// <summary>The words of a text, folded, each once; letters and digits only.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var rune in Fold(text).EnumerateRunes())
            spaced.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        return [.. spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }

    /// <summary>
    /// A key whose byte order is the Swedish order (å ä ö after z) and which is unique: the folded text, then the id.
    /// Lists are sorted and paged by this one column.
    /// </summary>
    public static string SortKey(string text, Guid id)
    {
        var key = new StringBuilder();
        // A space becomes the next sign, so that the one before the id is the lowest: «Anna» before «Anna Berg», whatever the ids.
        foreach (var c in Fold(text))
            key.Append(c switch { 'å' => '{', 'ä' => '|', 'ö' => '}', <= ' ' => '!', < (char)128 => c, _ => '~' });
        if (key.Length > 80)
            key.Length = 80;
        return key.Append(' ').Append(id.ToString("N")).ToString();
    }

    /// <summary>The end of the range in which every word begins with <paramref name="prefix"/>: <c>w >= p AND w &lt; After(p)</c>.</summary>
    public static string After(string prefix)
    {
        // The sign after the last one, and not a highest sign: SQLite compares UTF-8 and SQL Server UTF-16, whose highest differ.
        Rune.DecodeLastFromUtf16(prefix, out var last, out var length);
        return prefix[..^length] + new Rune(last.Value + 1);
    }
}
