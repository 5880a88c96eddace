using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EnVagUt.Web.Access;

/// <summary>Where somebody goes after signing in: back to the page asked for, if it is one of ours.</summary>
internal static class ReturnTo
{
    public const string Home = "/konto/hem";

    public static string SafeReturn(this PageModel page, string? path) => page.Url.IsLocalUrl(path) ? path! : Home;

    /// <summary>Route values that carry the page asked for to the next step.</summary>
    public static object? ReturnValues(this PageModel page, string? path) => page.Url.IsLocalUrl(path) ? new { till = path } : null;
}
