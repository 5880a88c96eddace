using System.Text.RegularExpressions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Mail;

/// <summary>Every letter in content/mail, rendered with the samples in content/texts/brev-exempel.md.</summary>
public partial class EveryLetterTests
{
    private static readonly ContentFolder Content = new(Path.Combine(Repository.Root, "content"));
    private static readonly LetterTemplates Templates = new(Content);
    private static readonly LetterSamples Samples = new(Content, Templates);

    private static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(Repository.Root, "content", "mail"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static TheoryData<string> All => [.. Files];
    public static TheoryData<string> OfReminders => [.. ReminderCatalogue.All.SelectMany(r => r.Steps).Select(s => s.Template).Append("paminnelser-samlade").Distinct()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_letter_has_a_subject_and_a_greeting_and_leaves_no_name_unfilled(string template)
    {
        var letter = Templates.Render(template, Samples.For(template));
        Assert.InRange(letter.Subject.Length, 5, 90);
        Assert.StartsWith("Hej", letter.Text, StringComparison.Ordinal);
        foreach (var part in new[] { letter.Subject, letter.Text, letter.Html })
        {
            Assert.DoesNotContain("{{", part, StringComparison.Ordinal);
            Assert.DoesNotContain("}}", part, StringComparison.Ordinal);
        }
        Assert.Contains("<p>Hej", letter.Html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfReminders))]
    public void A_reminder_names_no_person_and_no_form_and_its_links_carry_nothing(string template)
    {
        var names = Templates.NamesOf(template);
        Assert.Subset(new HashSet<string> { "dag", "arbetsplats", "period", "kontakt", "lank", "antal", "vad", "raknas_fran", "lista", "svarslank" }, new HashSet<string>(names));
        var letter = Templates.Render(template, Samples.For(template));
        var text = $"{letter.Subject}\n{letter.Text}";
        var forms = FormRegistry.All.Select(f => f.Form.Label()).Concat(SupportRegistry.All.Select(s => s.Kind.Label()))
            .Concat(["praktik", "prao", "träning", "lönestöd", "nystart", "lönebidrag", "diagnos", "sjuk"])
            // «Anställning» is a word of its own, and names no support.
            .Except([Form.Employment.Label()]);
        Assert.All(forms, form => Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(Link().Matches(text), link => Assert.DoesNotContain('?', link.Value));
    }

    [Fact]
    public void Every_sample_is_used_by_some_letter()
    {
        var used = Files.SelectMany(Templates.NamesOf).ToHashSet(StringComparer.Ordinal);
        var samples = Content.ReadText("texts/brev-exempel.md").Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Split(": ")[0]);
        Assert.Empty(samples.Except(used));
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
