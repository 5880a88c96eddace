using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
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

        var text = Fill(body, values, v => v);
        var html = Markdown.ToHtml(Fill(body, values, EscapeMarkdown), Pipeline);
        return new Letter(Fill(subject, values, OneLine), text.Trim() + "\n", html);
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

    private static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> encode) =>
        Placeholder().Replace(template, m => encode(values[m.Groups[1].Value]));

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");

    // A value is text, never markup; web addresses in it stay links.
    private static string EscapeMarkdown(string value) =>
        string.Concat(Addresses().Split(value).Select((part, i) =>
            i % 2 == 1 ? part : MarkdownSigns().Replace(WebUtility.HtmlEncode(part), @"\$0")));

    [GeneratedRegex(@"\{\{([a-z_]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(https?://[A-Za-z0-9\-._~:/?#@!$&+,;=%]+)")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\A---\n(?:.*\n)*?subject:\s*(?<subject>.+)\n(?:.*\n)*?---\n(?<body>[\s\S]+)\z")]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"[\\`*_{}\[\]<>()#+\-.!|]")]
    private static partial Regex MarkdownSigns();
}
