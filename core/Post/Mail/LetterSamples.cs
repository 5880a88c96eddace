
namespace EnVagUt.Core.Post.Mail;

/// <summary>A made-up value for each {{name}} that letters use, from content/texts/brev-exempel.md: for previews and for the test of every letter.</summary>
public sealed class LetterSamples(ContentFolder content, LetterTemplates templates)
{
    private readonly Lazy<Dictionary<string, string>> _all = new(() => content.ReadText("texts/brev-exempel.md").Split('\n')
        .Where(l => l.StartsWith("- ", StringComparison.Ordinal) && l.Contains(": ", StringComparison.Ordinal))
        .Select(l => l[2..].Trim().Split(": ", 2)).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal));

    /// <exception cref="InvalidOperationException">The letter uses a name without a sample.</exception>
    public IReadOnlyDictionary<string, string> For(string template) => templates.NamesOf(template).ToDictionary(name => name, name =>
        _all.Value.GetValueOrDefault(name) ?? throw new InvalidOperationException($"content/texts/brev-exempel.md has no «{name}», which {template} uses."));
}
