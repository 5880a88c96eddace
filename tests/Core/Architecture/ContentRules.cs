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

    /// <summary>In what is read by others: ” on both sides, papperet, and dates in words.</summary>
    [Fact]
    public void What_is_read_has_one_kind_of_quotation_marks_one_spelling_and_no_dates_in_figures() =>
        Expect.None(
            from file in new[] { "mail", "pages", "texts" }.SelectMany(folder => Repository.Files($"content/{folder}", "*.md"))
            from line in Repository.Read(file).Split('\n')
            where (!file.Contains("/texts/", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal)) && Slip().IsMatch(line)
                // What is to be typed is shown as it is typed.
                && !line.Contains("till exempel", StringComparison.Ordinal)
            select $"{file}: {line}");

    [Fact]
    public void Pages_spell_papperet_and_have_one_kind_of_quotation_marks() =>
        Expect.None(
            from file in Repository.Files("web/Pages", "*.cshtml")
            from line in Repository.Read(file).Split('\n')
            where PageSlip().IsMatch(line)
            select $"{file}: {line.Trim()}");

    [GeneratedRegex(@"[«»“„]|""\w|pappret|\d{4}-\d{2}-\d{2}", RegexOptions.IgnoreCase)]
    private static partial Regex Slip();

    [GeneratedRegex(@"[«»“„]|pappret", RegexOptions.IgnoreCase)]
    private static partial Regex PageSlip();

    [GeneratedRegex(@"^- (\w+): \S.*$", RegexOptions.Multiline)]
    private static partial Regex RuleLine();
}
