using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

/// <summary>Texts that a communicator edits, held against the code that uses them.</summary>
public partial class ContentRules
{
    private static readonly ContentFolder Content = new(Path.Combine(Repository.Root, "content"));

    [Fact]
    public void Every_rule_has_one_text_and_every_text_a_rule()
    {
        var lines = RuleLine().Matches(Content.ReadText("texts/regler.md")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(Enum.GetNames<Rule>().Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void Every_letter_can_be_written_and_is_sent_by_some_code()
    {
        var code = string.Concat(Repository.Files("core", "*.cs").Concat(Repository.Files("web", "*.cs")).Select(Repository.Read));
        var faults = new List<string>();
        foreach (var letter in Repository.Files("content/mail", "*.md").Select(f => Path.GetFileNameWithoutExtension(f)))
        {
            if (!code.Contains($"\"{letter}\"", StringComparison.Ordinal))
                faults.Add($"{letter}: no code names it");
            try
            {
                var values = LetterTemplates.Names(Content.ReadText($"mail/{letter}.md")).Distinct().ToDictionary(n => n, n => $"värde för {n}");
                var written = new LetterTemplates(Content).Render(letter, values);
                if (written.Text.Length < 40)
                    faults.Add($"{letter}: it says nothing");
                if ((written.Subject + written.Text + written.Html).Contains("{{", StringComparison.Ordinal))
                    faults.Add($"{letter}: a name in braces is wrongly written");
            }
            catch (InvalidOperationException e)
            {
                faults.Add($"{letter}: {e.Message}");
            }
        }
        Expect.None(faults);
    }

    [GeneratedRegex(@"^- (\w+): \S.*$", RegexOptions.Multiline)]
    private static partial Regex RuleLine();
}
