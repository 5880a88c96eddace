using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace EnVagUt.Tests.Common;

/// <summary>Pages read as HTML and forms sent as a browser would send them: with everything the form already holds.</summary>
public static class Html
{
    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>GETs a page that must answer 200.</summary>
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string url)
    {
        using var response = await client.GetAsync(url);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"GET {url} answered {(int)response.StatusCode} {response.Headers.Location}.");
        return await response.DocumentAsync();
    }

    /// <summary>The page's main text, with white space folded.</summary>
    public static string MainText(this IHtmlDocument page) =>
        string.Join(' ', (page.QuerySelector("main") ?? page.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Fetches the page, fills the form in and posts it with its antiforgery token, version and every other value it
    /// holds; follows nothing. A field given null is left out, as an unticked box is.
    /// </summary>
    /// <param name="button">Text of the button that is pressed, when the page has several.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string url, IEnumerable<KeyValuePair<string, string?>>? fields = null, string? button = null)
    {
        var page = await client.GetPageAsync(url);
        return await client.PostFormAsync(page, url, fields, button);
    }

    /// <summary>Posts the form of a page that was fetched before, perhaps long before.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, IHtmlDocument page, string url, IEnumerable<KeyValuePair<string, string?>>? fields = null, string? button = null)
    {
        var given = (fields ?? []).ToList();
        var form = FindForm(page, url, given, button);
        var pressed = form.QuerySelectorAll<IHtmlElement>("button, input[type=submit]")
            .FirstOrDefault(b => button is null || Text(b) == button);
        var sent = Values(form).Where(v => given.All(g => g.Key != v.Key)).ToList();
        sent.AddRange(given.Where(g => g.Value is not null).Select(g => KeyValuePair.Create(g.Key, g.Value!)));
        if (pressed?.GetAttribute("name") is { Length: > 0 } name)
            sent.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        using var content = new FormUrlEncodedContent(sent);
        return await client.PostAsync(string.IsNullOrEmpty(action) ? url : action, content);
    }

    private static IHtmlFormElement FindForm(IHtmlDocument page, string url, List<KeyValuePair<string, string?>> fields, string? button)
    {
        var forms = page.QuerySelectorAll<IHtmlFormElement>("form")
            .Where(f => string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.Closest("main") is null)
            .ToList();
        return forms.FirstOrDefault(f =>
                (button is null || f.QuerySelectorAll("button, input[type=submit]").Any(b => Text(b) == button))
                && fields.All(x => x.Value is null || f.QuerySelectorAll("[name]").Any(e => e.GetAttribute("name") == x.Key)))
            ?? throw new InvalidOperationException(
                $"{url} has no form with {string.Join(", ", fields.Select(f => f.Key))}{(button is null ? "" : $" and the button «{button}»")}; "
                + $"its forms have {string.Join(" | ", forms.Select(f => string.Join(", ", f.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")).Distinct())))}.");
    }

    private static string Text(IElement e) =>
        string.Join(' ', (e is IHtmlInputElement i ? i.Value : e.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        foreach (var e in form.QuerySelectorAll("input, select, textarea").Where(e => !e.HasAttribute("disabled")))
        {
            if (e.GetAttribute("name") is not { Length: > 0 } name)
                continue;
            switch (e)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsDefaultChecked:
                case IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                        yield return KeyValuePair.Create(name, option.Value);
                    break;
            }
        }
    }
}
