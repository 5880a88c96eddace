using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EnVagUt.Tests.Browser;

/// <summary>
/// Deque's axe on the page where it stands. Their own runner for Playwright starts a second page for each result, for the
/// sake of frames in frames; we have no frames, and a page was examined in three seconds instead of half a second.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private sealed record Violation(string Id, string Impact, string Help, IReadOnlyList<string> Nodes);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>A line for each element that axe finds a serious or critical fault with.</returns>
    public static async Task<IReadOnlyList<string>> FindBarriersAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
            await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<string>("""
            async () => {
              const result = await axe.run(document, { resultTypes: ['violations'] });
              return JSON.stringify(result.violations.map(v => ({ id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.map(n => n.html) })));
            }
            """).WaitAsync(TimeSpan.FromMinutes(1));
        return [.. JsonSerializer.Deserialize<List<Violation>>(found, Json)!
            .Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{page.Url}: {v.Id} ({v.Impact}), {v.Help}\n  {n}"))];
    }
}
