using System.Text.RegularExpressions;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Core.Accounts.Reports;

/// <param name="IsItem">A line of a list.</param>
public sealed record ReportParagraph(string Text, bool IsItem);

public sealed record ReportSection(string Heading, IReadOnlyList<ReportParagraph> Paragraphs);

/// <summary>The fixed words of the reports, from content/texts/arsrapport.md: chapters (#), sections (##), paragraphs and lists.</summary>
public sealed partial class ReportTexts
{
    private const string Memo = "Tjänsteskrivelse";
    private readonly Dictionary<string, List<ReportSection>> _chapters = new(StringComparer.Ordinal);

    public ReportTexts(ContentFolder content)
    {
        foreach (var chapter in Chapters().Split(content.ReadText("texts/arsrapport.md").ReplaceLineEndings("\n")).Skip(1))
        {
            var parts = Sections().Split(chapter);
            _chapters[parts[0].Split('\n', 2)[0].Trim()] =
                [new("", Paragraphs(parts[0].Split('\n', 2)[1])), .. parts.Skip(1).Select(p => new ReportSection(p.Split('\n', 2)[0].Trim(), Paragraphs(p.Split('\n', 2)[1])))];
        }
    }

    /// <summary>The sections of the tjänsteskrivelse, in their order, filled in.</summary>
    public IReadOnlyList<ReportSection> MemoSections(IReadOnlyDictionary<string, string> values) =>
        [.. Chapter(Memo).Skip(1).Select(s => s with { Paragraphs = [.. s.Paragraphs.Select(p => p with { Text = Fill(p.Text, values) })] })];

    public string WithoutParticipants => Text("Utan deltagare", "");
    public string HiddenNumbers => Text("Dolda tal", "");
    public string Perspective(ReportTableKind kind) => Text("Perspektiv", kind.Label());
    public string? Note(ReportTableKind kind) => Chapter("Noter").Any(s => s.Heading == kind.Label()) ? Text("Noter", kind.Label()) : null;

    /// <summary>What is read below a table; when it hides numbers, also what that means.</summary>
    public string? NoteOf(ReportTableKind kind, bool hides) => (Note(kind), hides) switch
    {
        ({ } note, true) => $"{note} {HiddenNumbers}",
        (null, true) => HiddenNumbers,
        var (note, _) => note,
    };

    private string Text(string chapter, string heading) =>
        string.Join(' ', (Chapter(chapter).FirstOrDefault(s => s.Heading == heading) ?? throw Missing($"{chapter} / {heading}")).Paragraphs.Select(p => p.Text));

    private List<ReportSection> Chapter(string name) => _chapters.GetValueOrDefault(name) ?? throw Missing(name);

    private static InvalidOperationException Missing(string what) => new($"content/texts/arsrapport.md has no «{what}».");

    private static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, m => values.TryGetValue(m.Groups[1].Value, out var value) ? value : throw Missing(m.Value));

    // A blank line ends a paragraph; a line of a list stands for itself.
    private static List<ReportParagraph> Paragraphs(string body) =>
        [.. body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(block => block.StartsWith("- ", StringComparison.Ordinal)
                ? block.Split('\n').Select(line => new ReportParagraph(line[2..].Trim(), true))
                : [new ReportParagraph(block.Replace('\n', ' '), false)])];

    [GeneratedRegex(@"^# ", RegexOptions.Multiline)]
    private static partial Regex Chapters();

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"\{\{([a-z_]+)\}\}")]
    private static partial Regex Placeholder();
}
