using System.Text.RegularExpressions;
using EnVagUt.Core.Post.Mail;
using Markdig;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EnVagUt.Web.Content;

/// <summary>A text that a communicator writes: content/pages/NAME.md, shown at /NAME.</summary>
/// <param name="Title">Window title and h1.</param>
/// <param name="Description">One sentence for search engines, and the lead of the page.</param>
/// <param name="Promises">What keeps the page's promises: a route, a reminder as «paminnelse:id», or a test by name.</param>
public sealed record ContentPage(string Name, string Title, string Description, IReadOnlyList<string> Promises, string Markdown, IHtmlContent Html);

/// <summary>All pages of content/pages, read once. Front matter: title, description, lovar.</summary>
public sealed partial class ContentPages
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoIdentifiers().UsePipeTables().Build();
    private readonly Dictionary<string, ContentPage> _pages;

    public ContentPages(ContentFolder content) =>
        _pages = content.Files("pages", "*.md").Select(f => Read(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f))).ToDictionary(p => p.Name);

    public IReadOnlyCollection<ContentPage> All => _pages.Values;

    public ContentPage this[string name] => _pages.TryGetValue(name, out var page)
        ? page
        : throw new InvalidOperationException($"content/pages/{name}.md is missing.");

    public static IHtmlContent ToHtml(string markdown) => new HtmlString(Markdown.ToHtml(markdown, Pipeline));

    private static ContentPage Read(string name, string file)
    {
        var match = FrontMatter().Match(file.ReplaceLineEndings("\n"));
        if (!match.Success)
            throw new InvalidOperationException($"content/pages/{name}.md has no front matter.");
        var head = match.Groups["head"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts.ElementAtOrDefault(1)?.Trim() ?? "");
        var body = match.Groups["body"].Value;
        return new(name, Needed("title"), Needed("description"),
            (head.GetValueOrDefault("lovar") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), body, ToHtml(body));

        string Needed(string key) => head.GetValueOrDefault(key) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"content/pages/{name}.md has no {key}.");
    }

    [GeneratedRegex(@"\A---\n(?<head>(?:.*\n)*?)---\n(?<body>[\s\S]*)\z")]
    private static partial Regex FrontMatter();
}

internal static class ContentPagesSetup
{
    // These have pages of their own that lay the text out, and /om is the text page's first address; every other file
    // is shown as it stands.
    private static readonly string[] OwnPages = ["start", "fragor-och-svar", "om"];

    public static void AddContentPages(this IServiceCollection services)
    {
        services.AddSingleton<ContentPages>();
        services.AddOptions<RazorPagesOptions>().Configure<ContentPages>((options, pages) =>
        {
            foreach (var page in pages.All.Where(p => !OwnPages.Contains(p.Name)))
                options.Conventions.AddPageRoute("/Visitor/Text", page.Name);
        });
    }
}
