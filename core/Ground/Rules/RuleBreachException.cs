
namespace EnVagUt.Core.Ground.Rules;

/// <summary>
/// A command was refused. Thrown before anything is written; the page shows the rule's text beside <see cref="Field"/>
/// and in the summary.
/// </summary>
/// <param name="rule">Which rule refused.</param>
/// <param name="field">Name of the input record's property that the person can change, or null when no field is to blame.</param>
/// <param name="values">Values for the text's {0}, {1} …: never personal data of somebody the reader may not see.</param>
public sealed class RuleBreachException(Rule rule, string? field = null, params object[] values)
    : Exception($"{rule}{(field is null ? "" : $" ({field})")}")
{
    public Rule Rule { get; } = rule;
    public string? Field { get; } = field;
    public IReadOnlyList<object> Values { get; } = values;

    /// <summary>The guard in one line: <c>RuleBreachException.When(end &lt; start, Rule.PeriodReversed, nameof(End))</c>.</summary>
    public static void When(bool broken, Rule rule, string? field = null, params object[] values)
    {
        if (broken)
            throw new RuleBreachException(rule, field, values);
    }
}
