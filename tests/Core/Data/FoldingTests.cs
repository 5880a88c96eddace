using EnVagUt.Core.Ground.Data;
using Xunit;

namespace EnVagUt.Tests.Core.Data;

public class FoldingTests
{
    [Fact]
    public void Sort_keys_put_aring_a_and_o_after_z()
    {
        // Ids are random and must not decide.
        for (var round = 0; round < 20; round++)
            SortOnce();
    }

    private static void SortOnce()
    {
        string[] expected = ["Anna", "Anna Berg", "Annas", "Émile", "Zoo", "ÅKERI", "Ål", "Ära", "Öl"];
        var keys = expected.Reverse().ToDictionary(name => Folding.SortKey(name, Guid.NewGuid()), StringComparer.Ordinal);
        Assert.Equal(expected, keys.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value));
    }

    [Theory]
    [InlineData("ÅKERI", "åkeri")]
    [InlineData("Idé & Café", "ide & cafe")]
    public void Folding_keeps_Swedish_letters_and_drops_other_accents(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Words_are_letters_and_digits_each_once() =>
        Assert.Equal(["kök", "deltid", "mån", "fm", "24"], Folding.Words("Kök, deltid; KÖK (mån–fm) 24/deltid"));
}
