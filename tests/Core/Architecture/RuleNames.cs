using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>A rule that no test names can be taken out of the code, and nobody sees it.</summary>
public class RuleNames
{
    [Fact]
    public void Every_rule_is_named_by_a_test_that_provokes_it() =>
        Expect.None(Enum.GetNames<Rule>().Except(NamedIn("tests")));

    [Fact]
    public void Every_rule_is_thrown_somewhere() =>
        Expect.None(Enum.GetNames<Rule>().Except(NamedIn("core").Concat(NamedIn("web"))));

    private static IEnumerable<string> NamedIn(string folder) =>
        Repository.Files(folder, "*.cs").SelectMany(Repository.CodeLines).SelectMany(line => Regex.Matches(line.Text, @"\bRule\.(\w+)")).Select(m => m.Groups[1].Value);
}
