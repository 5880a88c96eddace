using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Law.Supports;

/// <summary>What somebody wants to know before an employment. Holds nothing about a person.</summary>
/// <param name="FullTimeWage">Gross pay for full time, kronor a month.</param>
/// <param name="ExtentPercent">Of full time, 1–100.</param>
/// <param name="Start">The rules of this day are the ones that count.</param>
public sealed record WageQuestion(Lonestod Kind, int FullTimeWage, int ExtentPercent, DateOnly Start)
{
    /// <summary>The employer's fees, percent of pay; null takes the rule's.</summary>
    public decimal? FeePercent { get; init; }

    /// <summary>What the decision states, percent of pay and fees; null takes the rule's, when there is one.</summary>
    public int? SharePercent { get; init; }

    public Absence Absence { get; init; }
}

/// <summary>One number that the calculation leans on.</summary>
/// <param name="Source">Paragraph, or that it was typed. How sure we are of it is for administrators.</param>
public sealed record CalculationParameter(string Name, string Value, string Source);

/// <summary>Whole kronor, each amount rounded by itself, so that the sum that is shown adds up.</summary>
/// <param name="Support">Null when no amount can be named honestly.</param>
public sealed record Cost(int Pay, int Fees, int? Support)
{
    public int WithoutSupport => Pay + Fees;
    public int? Net => WithoutSupport - Support;

    public Cost Times(int months) => new(Pay * months, Fees * months, Support * months);
}

/// <summary>
/// Lönestödskalkyl: pay + fees − support = net cost. Preliminary always; Arbetsförmedlingen decides. Support is counted on at
/// most the ceiling, in proportion to the extent, by the rules of the start day.
/// </summary>
/// <param name="Months">The support's longest time; null when no rule says.</param>
/// <param name="IsPerDecision">The longest time is that of one decision, and there may be more of them.</param>
/// <param name="Unknown">Why there is no amount, in words; null when there is one.</param>
public sealed record WageCalculation(
    Cost Monthly, int? Months, bool IsPerDecision, string? Unknown, IReadOnlyList<CalculationParameter> Parameters)
{
    public Cost? Altogether => Months is { } months ? Monthly.Times(months) : null;

    public static WageCalculation Of(RuleSet rules, WageQuestion question) => new Calculator(rules.On(question.Start), question).Calculate();
}
