using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Data;
using Markdig;

namespace EnVagUt.Core.Post.Mail;

public sealed record Letter(string Subject, string Text, string Html);

/// <summary>
/// Letters as files: content/mail/NAME.md with the subject in its front matter and {{names}} in subject and body.
/// </summary>
public sealed partial class LetterTemplates(ContentFolder content)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();
    private readonly ConcurrentDictionary<string, (string Subject, string Body)> _read = new(StringComparer.Ordinal);

    public Letter Render(string name, IReadOnlyDictionary<string, string> values)
    {
        var (subject, body) = Read(name);
        var used = NamesOf(name);
        if (!used.SetEquals(values.Keys))
            throw new InvalidOperationException($"Letter {name} uses {{{string.Join(", ", used)}}} but was given {{{string.Join(", ", values.Keys)}}}.");

        // The pipeline encodes for HTML, so a value is only kept from being markup.
        var html = Markdown.ToHtml(Fill(body, values, EscapeMarkdown), Pipeline);
        return new Letter(Fill(subject, values, (_, v) => OneLine(v)), Fill(Plain(body), values, (_, v) => v).Trim() + "\n", html);
    }

    /// <summary>The {{names}} that a letter needs values for.</summary>
    public IReadOnlySet<string> NamesOf(string name)
    {
        var (subject, body) = Read(name);
        return Names(subject).Concat(Names(body)).ToHashSet(StringComparer.Ordinal);
    }

    public static IEnumerable<string> Names(string template) => Placeholder().Matches(template).Select(m => m.Groups[1].Value);

    private (string Subject, string Body) Read(string name) => _read.GetOrAdd(name, n => Parse(content.ReadText($"mail/{n}.md"), n));

    private static (string, string) Parse(string file, string name)
    {
        var match = FrontMatter().Match(file.ReplaceLineEndings("\n"));
        return match.Success
            ? (match.Groups["subject"].Value.Trim(), match.Groups["body"].Value)
            : throw new InvalidOperationException($"content/mail/{name}.md has no subject.");
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string, string> write) =>
        Placeholder().Replace(template, m => write(m.Groups[1].Value, CleanText.Of(values[m.Groups[1].Value])));

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    // The letter as it is read where nothing is rendered: our own emphasis, links and escapes taken off.
    private static string Plain(string body) => Escaped().Replace(MarkdownLink().Replace(Emphasis().Replace(body, "$1"), "$1: $2"), "$1");

    // A value is text, never markup; addresses become links only where the portal or its staff have written them.
    private static string EscapeMarkdown(string name, string value)
    {
        var text = Indent().Replace(value, "");
        return name.Contains("lank", StringComparison.Ordinal) || name is "lista" or "svar"
            ? string.Concat(Addresses().Split(text).Select((part, i) => i % 2 == 1 ? part : Escape(part)))
            : Escape(text);
    }

    private static string Escape(string text) => MarkdownSigns().Replace(text, @"\$0");

    [GeneratedRegex(@"\{\{([a-z_]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(https?://[A-Za-z0-9\-._~:/?#@!$&+,;=%]+)")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\A---\n(?:.*\n)*?subject:\s*(?<subject>.+)\n(?:.*\n)*?---\n(?<body>[\s\S]+)\z")]
    private static partial Regex FrontMatter();

    // Every sign that a backslash can take the meaning from: colons and full stops too, or an address in a value is a link.
    [GeneratedRegex(@"[!-/:-@\[-`{-~]")]
    private static partial Regex MarkdownSigns();

    // Four spaces would make a line into code.
    [GeneratedRegex(@"^[ \t]+", RegexOptions.Multiline)]
    private static partial Regex Indent();

    [GeneratedRegex(@"\*\*?([^*\n]+)\*\*?")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[([^\]\n]+)\]\(([^)\s]+)\)")]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}
