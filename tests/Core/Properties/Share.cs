using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace EnVagUt.Tests.Core.Properties;

/// <summary>
/// A property, and how large a share of its generated cases came out one way: a generator that seldom meets the rule
/// proves nothing, so less than a fifth on either side fails.
/// </summary>
internal static class Share
{
    private const double Least = 0.20;

    /// <param name="judge">Whether the code agrees with the oracle, and the oracle's answer.</param>
    public static void Holds<T>(Gen<T> cases, string word, Func<T, (bool Agrees, bool Answer)> judge, int tests = 2000)
    {
        var (all, yes) = (0, 0);
        Prop.ForAll(cases.ToArbitrary(), x =>
        {
            var (agrees, answer) = judge(x);
            // Shrinking judges more cases, but then the property has failed already.
            (all, yes) = (all + 1, yes + (answer ? 1 : 0));
            return agrees;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
        var share = (double)yes / all;
        TestContext.Current.TestOutputHelper?.WriteLine($"{word}: {share:P1} of {all} cases");
        Assert.True(share is >= Least and <= 1 - Least, $"{word}: {share:P1} of {all} cases; both sides need {Least:P0}");
    }
}
