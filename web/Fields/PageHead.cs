using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EnVagUt.Web.Fields;

public sealed record Crumb(string Label, string Route);

/// <summary>What a page tells the layout: <c>@{ ViewData.Head("Svara", ("Frågor", "/fragor")); }</c>.</summary>
public static class PageHead
{
    /// <param name="view">The page's view data.</param>
    /// <param name="title">Title of the window and last step of the breadcrumb; the page writes its own h1.</param>
    /// <param name="crumbs">The steps between Start and this page.</param>
    public static void Head(this ViewDataDictionary view, string title, params (string Label, string Route)[] crumbs)
    {
        view["Title"] = title;
        view["Crumbs"] = crumbs.Select(c => new Crumb(c.Label, c.Route)).ToList();
    }

    public static string? PageTitle(this ViewDataDictionary view) => view["Title"] as string;

    internal static IReadOnlyList<Crumb>? Crumbs(this ViewDataDictionary view) => view["Crumbs"] as IReadOnlyList<Crumb>;
}
