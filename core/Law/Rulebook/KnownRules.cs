
namespace EnVagUt.Core.Law.Rulebook;

/// <summary>Every rule that there is: the law's and the forms' own, and those that other floors ship with what they do (reminders).</summary>
public sealed class KnownRules(IEnumerable<ShippedRule> others)
{
    public IReadOnlyList<ShippedRule> Rows { get; } = [.. ShippedRules.Rows, .. others];
}
