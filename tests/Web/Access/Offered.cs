using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using EnVagUt.Core.Ground.Access;

namespace EnVagUt.Tests.Web.Access;

/// <summary>What a page offers is what its reader may do: no link and no form leads to where the role is refused.</summary>
internal static class Offered
{
    /// <summary>Readers read. Their own account is theirs to change, and anybody may ask and calculate.</summary>
    private static readonly HashSet<Role> Readers = [Role.EmployerReader, Role.ReportReader];

    private static readonly IReadOnlyList<(Regex Route, Row Row)> Patterns =
        [.. AccessMatrix.Rows.Where(r => !r.Route.Contains('*')).OrderBy(r => r.Route.Count(c => c == '{')).Select(r => (Pattern(r.Route), r))];

    public static IEnumerable<string> Faults(IHtmlDocument page, Row row, Role role)
    {
        // What a communicator has written to employers is the same text for all who read it.
        foreach (var to in page.QuerySelectorAll("main a[href^='/'], main form[action^='/']").Where(e => e.Closest(".prose, .faq") is null)
                     .Select(e => (e.GetAttribute("href") ?? e.GetAttribute("action"))!.Split('?', '#')[0]).Distinct())
            if (Patterns.FirstOrDefault(p => p.Route.IsMatch(to)).Row is { } target && !target.Allowed.Contains(role))
                yield return $"{row.Route} leads {role} to {to}, which is refused";
        if (Readers.Contains(role) && !row.Public && !row.Route.StartsWith("/konto", StringComparison.Ordinal)
            && page.QuerySelectorAll("main form[method=post]").Length > 0)
            yield return $"{row.Route} has a form that changes something for {role}, who only reads";
    }

    private static Regex Pattern(string route) => new($"^{Regex.Replace(route, @"\{[a-z]+(:[a-z]+)?\}", m => m.Value switch
    {
        var v when v.Contains(":guid", StringComparison.Ordinal) => "[0-9a-f-]{36}",
        var v when v.Contains(":int", StringComparison.Ordinal) => "[0-9]+",
        _ => "[^/]+",
    }, RegexOptions.IgnoreCase)}$", RegexOptions.IgnoreCase);
}
