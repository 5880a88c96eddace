using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Law.Supports;

public enum CompensationState
{
    [Display(Name = "Begärd")] RequestedInTime,
    [Display(Name = "Begärd efter sista dagen")] RequestedLate,
    [Display(Name = "Går att begära")] Open,
    [Display(Name = "Begär snart")] FirstWarning,
    [Display(Name = "Begär nu")] LastWarning,
    [Display(Name = "Sista dagen har passerat")] Passed,
}

/// <summary>
/// One calendar month for which compensation is asked, and the days that matter: two warnings and the last day, all of them
/// by the rules of the month's own last day. Reminders take their due days from here.
/// </summary>
/// <param name="Month">First day of the month.</param>
public sealed record CompensationMonth(DateOnly Month, DateOnly FirstWarning, DateOnly LastWarning, DateOnly LastDay, DateOnly? RequestedOn)
{
    /// <summary>«mars 2027».</summary>
    public string Name => Month.ToString("MMMM yyyy", SwedishTime.Culture);

    public CompensationState StateOn(DateOnly today) => this switch
    {
        { RequestedOn: { } on } => on <= LastDay ? CompensationState.RequestedInTime : CompensationState.RequestedLate,
        _ when today > LastDay => CompensationState.Passed,
        _ when today >= LastWarning => CompensationState.LastWarning,
        _ when today >= FirstWarning => CompensationState.FirstWarning,
        _ => CompensationState.Open,
    };

    /// <summary>Whether somebody should be told today: the money can still be had, and time is short.</summary>
    public bool WarnsOn(DateOnly today) => StateOn(today) is CompensationState.FirstWarning or CompensationState.LastWarning;
}

/// <param name="Decided">The decision's own days.</param>
/// <param name="Worked">The employment's, as far as is known.</param>
public sealed record CompensatedDecision(Lonestod Kind, Period Decided, Period Worked, IReadOnlyDictionary<DateOnly, DateOnly> Requested);

public static class CompensationMonths
{
    /// <summary>Whether money of the support has a last day, by the rules of some day.</summary>
    public static bool HasClock(RuleSet rules, Lonestod kind, DateOnly day) => rules.On(day).Number(kind.ToString(), Limit.ClaimDays) is not null;

    /// <summary>The months of the decision that are over, the oldest first; none when the support has no such clock.</summary>
    public static IReadOnlyList<CompensationMonth> Until(DateOnly today, RuleSet rules, CompensatedDecision decision)
    {
        var months = new List<CompensationMonth>();
        if (decision.Decided.Intersect(decision.Worked) is not { } paid)
            return months;
        for (var month = FirstOf(paid.From); month <= paid.Last && LastOf(month) < today; month = month.AddMonths(1))
        {
            var end = LastOf(month);
            var (subject, of) = (decision.Kind.ToString(), rules.On(end));
            if (of.Number(subject, Limit.ClaimDays) is not { } days)
                continue;
            DateOnly? requested = decision.Requested.TryGetValue(month, out var on) ? on : null;
            months.Add(new CompensationMonth(month, end.AddDays(of.Number(subject, Limit.ClaimFirstWarnDays) ?? days),
                end.AddDays(of.Number(subject, Limit.ClaimLastWarnDays) ?? days), end.AddDays(days), requested));
        }
        return months;
    }

    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly LastOf(DateOnly month) => FirstOf(month).AddMonths(1).AddDays(-1);
}
