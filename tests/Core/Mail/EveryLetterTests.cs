using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
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
    [MemberData(nameof(All))]
    public void What_is_filled_in_is_read_as_it_was_typed_and_makes_neither_markup_nor_links(string template)
    {
        var samples = Samples.For(template);
        foreach (var value in Values)
        {
            var values = samples.ToDictionary(s => s.Key, s => IsLink(s.Key) ? s.Value : value);
            var letter = Templates.Render(template, values);
            var html = new HtmlParser().ParseDocument(letter.Html);
            Assert.Subset(new HashSet<string?> { "P", "A", "STRONG", "UL", "OL", "LI" }, html.Body!.QuerySelectorAll("*").Select(e => (string?)e.TagName).ToHashSet());
            Assert.All(html.QuerySelectorAll("a"), a => Assert.Contains(samples, s => IsLink(s.Key) && s.Value.Contains(a.GetAttribute("href")!, StringComparison.Ordinal)));
            var isFilled = values.Any(v => !IsLink(v.Key) && letter.Text.Contains(v.Value, StringComparison.Ordinal));
            Assert.Equal(isFilled, html.Body.TextContent.Contains(value, StringComparison.Ordinal));
            Assert.DoesNotContain("&#", letter.Html, StringComparison.Ordinal);
        }
    }

    private static readonly string[] Values =
    [
        "Bageriet på Storgatan, Åsa Öberg é", "**fet** _lutad_ `kod`", "[x](http://evil.example)", "<b>fet</b><script>", "www.evil.example mailto:x@evil.example",
        "<http://evil.example>", "http://evil.example/?a=1&b=2", "&amp; &#229; & å", "# Rubrik", "- punkt", "1. ett", "> citat", "===", "![b](http://evil.example/b.png)", "a\\*b",
    ];

    private static bool IsLink(string name) => name is "lank" or "lank_glomt" or "lank_logga_in" or "svarslank" or "lista" or "svar";

    [Fact]
    public void A_value_of_several_lines_keeps_its_paragraphs_and_is_never_code()
    {
        var values = new Dictionary<string, string>(Samples.For("fraga-svar")) { ["svar"] = "Ja, **nu**.\n\n    Läs https://a.example först.\n\tSedan går det.", ["fraga"] = "Hinner\u000b vi\ud83c?" };
        var letter = Templates.Render("fraga-svar", values);
        Assert.Contains("<p>Ja, **nu**.</p>\n<p>Läs <a href=\"https://a.example\">https://a.example</a> först.\nSedan går det.</p>", letter.Html, StringComparison.Ordinal);
        Assert.All([letter.Html, letter.Text], part => Assert.Contains("Hinner  vi ?", part, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_plain_part_shows_no_signs_of_markup(string template) =>
        Assert.DoesNotMatch(@"\*|\\|\]\(|`|^#|&[a-z#]", Templates.Render(template, Samples.For(template)).Text);

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
