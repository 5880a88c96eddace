using System.Text.RegularExpressions;

namespace EnVagUt.Core.Post.Mail;

/// <summary>Mail servers repeat the receiver's address in their answers; it is not kept in errors and logs.</summary>
public static partial class MailErrors
{
    public static string WithoutAddresses(string text) => Address().Replace(text.ReplaceLineEndings(" "), "(adress)");

    /// <summary>Type and message of the exception and what lies under it: «Failure sending mail» alone says nothing.</summary>
    public static string Describe(Exception e)
    {
        var parts = new List<string>();
        for (var at = e; at is not null; at = at.InnerException)
            if (!parts.Contains(at.Message))
                parts.Add(at.Message);
        return WithoutAddresses(string.Join(" – ", parts));
    }

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;:]+")]
    private static partial Regex Address();
}
