using System.Globalization;
using System.Text;

namespace EnVagUt.Core.Ground.Data;

/// <summary>
/// One way of folding and ordering Swedish text for both databases (decisions 23): SQLite neither folds Å nor sorts it
/// after z, SQL Server's collations do both, so neither is asked.
/// </summary>
public static class Folding
{
    /// <summary>Lower case; å ä ö stay letters of their own, other accents fall away (é is found by e).</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (c is 'å' or 'ä' or 'ö')
                folded.Append(c);
            else
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
                    if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                        folded.Append(part);
        }
        return folded.ToString();
    }

    /// <summary>The words of a text, folded, each once; letters and digits only.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. Fold(text).Split([.. Fold(text).Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Distinct()];

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
    public static string After(string prefix) => prefix + '\uffff';
}
