using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Cases.Placements;

public sealed record DecidedSupport(Lonestod Kind, Period Period, int? SharePercent);

/// <summary>
/// Decisions that go beyond what the rules of their own day say. Another authority has decided, so they are recorded as
/// they are: what may be a slip of the pen is asked about and never refused.
/// </summary>
public static class SupportWarnings
{
    public static IReadOnlyList<string> Of(RuleSet rules, IReadOnlyCollection<DecidedSupport> decisions) =>
        [.. decisions.SelectMany(d => OfOne(rules.On(d.Period.From), d)), .. decisions.GroupBy(d => d.Kind).SelectMany(g => OfAll(rules, [.. g.OrderBy(d => d.Period.From)]))];

    private static IEnumerable<string> OfOne(RulesOfDay rules, DecidedSupport d)
    {
        var subject = d.Kind.ToString();
        if (rules.Number(subject, Limit.LongestMonths) is { } months && d.Period.Last >= d.Period.From.AddMonths(months))
            yield return $"{d.Kind.Label()} {d.Period.Written()} är längre än {months.InMonths()}, som är det längsta per beslut. Kontrollera datumen mot beslutet.";
        if (rules.Number(subject, Limit.SharePercent) is { } share && d.SharePercent > share)
            yield return $"{d.Kind.Label()} {d.Period.Written()} ger {d.SharePercent} procent, men stödet är högst {share} procent. Kontrollera andelen mot beslutet.";
    }

    private static IEnumerable<string> OfAll(RuleSet rules, List<DecidedSupport> decisions)
    {
        var (kind, first, last) = (decisions[0].Kind, decisions[0].Period.From, decisions[^1].Period);
        var days = decisions.Sum(d => d.Period.Last.DayNumber - d.Period.From.DayNumber + 1);
        if (rules.On(last.From).Number(kind.ToString(), Limit.LongestMonthsTotal) is { } months && days > first.AddMonths(months).DayNumber - first.DayNumber)
            yield return $"{kind.Label()} blir sammanlagt längre än {months.InMonths()}, som är det längsta. Kontrollera datumen mot besluten.";
    }
}
