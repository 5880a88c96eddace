using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>What the form's rules and the law on minors have against a plan.</summary>
internal static class PlanLimits
{
    /// <exception cref="RuleBreachException">The first of them; another authority's decision outside our own limits is warned about, never refused.</exception>
    public static void EnsureAllowed(DateOnly birthDate, Period period, WeeklyPattern pattern, Cells cells, FormRules rules)
    {
        if (rules.Row.IsOurDecision && (OfAge(birthDate, period, rules) ?? OfLength(period, rules)) is { } ours)
            throw ours;
        MinorWork.EnsureAllowed(birthDate, rules, period, pattern, cells);
    }

    /// <summary>All of them, whoever has decided. Without a birth date nothing is known of age.</summary>
    public static IEnumerable<RuleBreachException> Against(DateOnly? birthDate, Period period, WeeklyPattern pattern, Cells cells, FormRules rules)
    {
        if (birthDate is { } born)
        {
            if (OfAge(born, period, rules) is { } age)
                yield return age;
            foreach (var fault in MinorWork.Faults(born, rules, period, pattern, cells))
                yield return fault.ToBreach();
        }
        if (OfLength(period, rules) is { } length)
            yield return length;
    }

    public static RuleBreachException? OfLength(Period period, FormRules rules) =>
        rules.LongestMonths is { } months && period.Last >= period.From.AddMonths(months)
            ? new(Rule.PeriodTooLong, nameof(period.To), months.InMonths()) : null;

    private static RuleBreachException? OfAge(DateOnly birthDate, Period period, FormRules rules)
    {
        var age = Age.On(birthDate, period.From);
        return age < rules.MinAge || age > rules.MaxAge
            ? new(Rule.AgeOutsideForm, nameof(period.From), rules.Form.Label(), $"{rules.MinAge}–{rules.MaxAge}") : null;
    }
}
