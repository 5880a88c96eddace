using System.Text.RegularExpressions;
using EnVagUt.Core.Desk.History;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.History;

public partial class HistoryWordsTests
{
    [Theory]
    [InlineData("Placement")]
    [InlineData("Participant")]
    [InlineData("Agreement")]
    [InlineData("Offer")]
    [InlineData("Workplace")]
    public void Every_verb_has_a_swedish_word(string kind)
    {
        var files = Repository.Files("core", $"{kind}.cs").Concat(Repository.Files("core", $"{kind}.*.cs"));
        var verbs = files.SelectMany(Repository.CodeLines)
            .SelectMany(l => Call().Matches(l.Text)).SelectMany(m => Quoted().Matches(m.Value).Select(q => q.Groups[1].Value)).ToList();
        Assert.True(verbs.Count > 2, "no verbs were found");
        Expect.None(verbs.Where(v => HistoryWords.For(kind, v) == v));
    }

    // What comes before the stamp is the table's action, what comes after the verb are codes; a verb may be one of two: yes ? "ParticipantYes" : "ParticipantNo".
    [GeneratedRegex("""\b(?:Settle|Changed|Do)\((?:[^,()]*, )?stamp, (?:[^",]+ \? "\w+" : )?"\w+"[,)]""")]
    private static partial Regex Call();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Quoted();
}
