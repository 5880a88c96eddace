using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.History;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.History;

public partial class HistoryWordsTests
{
    [Theory]
    [InlineData("Placement", "core/Placements/Placement.cs", "core/Placements/Placement.Verbs.cs", "core/Placements/Placement.BeforeStart.cs", "core/Placements/Placement.Papers.cs", "core/Placements/Placement.Letters.cs", "core/Placements/Placement.Changes.cs", "core/Placements/Compensation/Placement.Compensation.cs")]
    [InlineData("Participant", "core/Participants/Participant.cs")]
    [InlineData("Agreement", "core/Agreements/Agreement.cs")]
    [InlineData("Offer", "core/Offers/Offer.cs")]
    [InlineData("Workplace", "core/Employers/Workplace.cs")]
    public void Every_verb_has_a_swedish_word(string kind, params string[] files)
    {
        var verbs = files.SelectMany(Repository.CodeLines)
            .SelectMany(l => Call().Matches(l.Text)).SelectMany(m => Quoted().Matches(m.Value).Select(q => q.Groups[1].Value)).ToList();
        Assert.True(verbs.Count > 2, "no verbs were found");
        Expect.None(verbs.Where(v => HistoryWords.For(kind, v) == v));
    }

    // What comes after the verb are codes; a verb may be one of two: yes ? "ParticipantYes" : "ParticipantNo".
    [GeneratedRegex("""\b(?:Settle|Changed)\(stamp, (?:\w+ \? "\w+" : )?"\w+"[,)]""")]
    private static partial Regex Call();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Quoted();
}
