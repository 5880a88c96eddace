using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Law.Minors;

/// <summary>One thing that the law does not let the minor do.</summary>
/// <param name="Field">Which field of a proposal to change: From or Cells.</param>
/// <param name="Summary">For a list of reasons; the rule's whole text stands in content/texts/regler.md.</param>
public sealed record MinorFault(Rule Rule, string Field, string Summary, IReadOnlyList<object> Values)
{
    public RuleBreachException ToBreach() => new(Rule, Field, [.. Values]);
}
