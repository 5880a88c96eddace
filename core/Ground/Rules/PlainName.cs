using System.Text.RegularExpressions;

namespace EnVagUt.Core.Ground.Rules;

/// <summary>
/// Names and titles go into letters, and mail programs make a link of whatever looks like an address: what an outsider
/// types must lead nowhere.
/// </summary>
public static partial class PlainName
{
    public static void Ensure(string name, string field) => RuleBreachException.When(Address().IsMatch(name), Rule.NameIsAddress, field);

    // An initial needs no space («J.Ek Bygg»): a single letter before the full stop is an address only with a path after it.
    [GeneratedRegex(@"[@＠]|:[/\\]|[/\\]{2}|\bwww[.．。｡]|[\p{L}\p{Nd}-]{2}[.．。｡]\p{L}{2}|[\p{L}\p{Nd}][.．。｡]\p{L}{2,}/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
