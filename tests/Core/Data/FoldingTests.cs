using System.Text;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Core.Properties;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Data;

public class FoldingTests
{
    // Letters, marks and signs of every kind, and halves of surrogate pairs in any order.
    private static readonly Gen<string> AnyText =
        from parts in Gen.OneOf(
            Gen.Elements("å", "Ä", "ö", "é", "a\u030a", "Ł", "ø", "ß", "İ", " ", "-", "7", "\u0301", "x", "\U00020000", "가", "ſ", "ﬀ", "\ufb1d"),
            Gen.Elements("🌞", "👩‍👩‍👧", "🇸🇪", "\ud83c", "\udf1e", "\ufffe", "\uffff", "\U0001fffe", "\0", "\u000b", "\u200d", "\ufeff"),
            Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString())).ListOf(12)
        select string.Concat(parts);

    [Fact]
    public void Sort_keys_put_aring_a_and_o_after_z()
    {
        // Ids are random and must not decide.
        for (var round = 0; round < 20; round++)
            SortOnce();
    }

    private static void SortOnce()
    {
        string[] expected = ["Anna", "Anna Berg", "Annas", "Émile", "Łukasz", "Maja", "Zoo", "ÅKERI", "Ål", "Ära", "Öl"];
        var keys = expected.Reverse().ToDictionary(name => Folding.SortKey(name, Guid.NewGuid()), StringComparer.Ordinal);
        Assert.Equal(expected, keys.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value));
    }

    [Theory]
    [InlineData("ÅKERI", "åkeri")]
    [InlineData("Idé & Café", "ide & cafe")]
    [InlineData("A\u030akeri O\u0308", "åkeri ö")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Søren Ærø", "sören ärö")]
    [InlineData("Đorđe Weiß ẞ", "dorde weiss ss")]
    [InlineData("İSTANBUL ılgın", "istanbul ilgin")]
    [InlineData("Þór Ŧ Ħ Œuvre", "thor t h oeuvre")]
    [InlineData("Café 🌞", "cafe 🌞")]
    public void Folding_keeps_Swedish_letters_and_drops_other_accents(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Words_are_letters_and_digits_each_once() =>
        Assert.Equal(["kök", "deltid", "mån", "fm", "24"], Folding.Words("Kök, deltid; KÖK (mån–fm) 24/deltid"));

    [Theory]
    [InlineData("Café🌞Sol", "cafe sol")]
    [InlineData("👩‍👩‍👧 hem\u200dhjälp 🇸🇪", "hem hjälp")]
    [InlineData("\ud83ckök\udf1e", "kök")]
    [InlineData("kök\ufffebad\uffffdusch\0hall\u000bvind", "kök bad dusch hall vind")]
    [InlineData("\U00020000\U00020001 李", "\U00020000\U00020001 李")]
    [InlineData("🌞", "")]
    public void Signs_part_words_and_letters_beyond_the_first_plane_are_letters(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Folding.Words(text)));

    [Fact]
    public void No_unit_and_no_sign_of_Unicode_is_too_strange_to_fold()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
            FoldAll($"a{(char)unit}");
        for (var sign = 0x10000; sign <= 0x10FFFF; sign++)
            FoldAll(char.ConvertFromUtf32(sign));
    }

    private static void FoldAll(string text)
    {
        Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text)));
        Folding.SortKey(text, Guid.Empty);
        new LookupNames().NormalizeEmail(text);
    }

    [Fact]
    public void Any_text_folds_to_text_that_folds_to_itself() => Share.Holds(AnyText, "has many words", text =>
        (Folding.Fold(Folding.Fold(text)) == Folding.Fold(text) && Folding.SortKey(text, Guid.Empty).All(char.IsAscii)
            && PasswordRules.Refusal(text, text) is var _, Folding.Words(text).Count > 3));

    /// <summary>SQLite compares bytes of UTF-8, SQL Server units of UTF-16.</summary>
    [Fact]
    public void Every_word_lies_in_the_range_of_each_of_its_beginnings_in_both_databases_order() => Share.Holds(AnyText, "has many words", text =>
        (Folding.Words(text).All(word => Beginnings(word).All(b => IsBetween(b, word, Folding.After(b)))), Folding.Words(text).Count > 3));

    private static IEnumerable<string> Beginnings(string word)
    {
        var beginning = "";
        foreach (var letter in word.EnumerateRunes())
            yield return beginning += letter.ToString();
    }

    private static bool IsBetween(string from, string word, string to) =>
        string.CompareOrdinal(from, word) <= 0 && string.CompareOrdinal(word, to) < 0
        && Bytes(from).SequenceCompareTo(Bytes(word)) <= 0 && Bytes(word).SequenceCompareTo(Bytes(to)) < 0;

    private static ReadOnlySpan<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
