using Microsoft.AspNetCore.Html;

namespace EnVagUt.Web.Content;

public sealed record FaqQuestion(string Text, IHtmlContent Answer);

public sealed record FaqGroup(string Title, IReadOnlyList<FaqQuestion> Questions)
{
    /// <summary>Questions and answers of a Markdown text: ## begins a group, ### a question, what follows is its answer.</summary>
    public static IReadOnlyList<FaqGroup> Read(string markdown) =>
        [.. Parts(markdown, "## ").Select(group => new FaqGroup(group.Title,
            [.. Parts(group.Body, "### ").Select(q => new FaqQuestion(q.Title, ContentPages.ToHtml(q.Body)))]))];

    private static IEnumerable<(string Title, string Body)> Parts(string text, string mark) =>
        ("\n" + text).Split("\n" + mark).Skip(1).Select(part => part.Split('\n', 2)).Select(p => (p[0].Trim(), p.ElementAtOrDefault(1) ?? ""));
}
