using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// Days of an employment that no support decision covers, from the first decision on. A lapsed decision never ends the
/// employment; it raises a question (docs/model.md, Forms and supports).
/// </summary>
public static class SupportGaps
{
    public const string Question = "Stödet har löpt ut. Hur fortsätter anställningen?";

    /// <summary>Gaps that began on <paramref name="today"/> or before; the last one is open when nothing follows.</summary>
    public static IReadOnlyList<Period> Until(DateOnly today, DateOnly? endsOn, IEnumerable<Period> decisions)
    {
        var gaps = new List<Period>();
        DateOnly? covered = null;
        foreach (var decision in decisions.OrderBy(d => d.From))
        {
            if (covered is { } last && decision.From > last.AddDays(1))
                gaps.Add(new Period(last.AddDays(1), decision.From.AddDays(-1)));
            covered = covered is null || decision.Last > covered ? decision.Last : covered;
        }
        if (covered < today && !(endsOn <= covered))
            gaps.Add(new Period(covered.Value.AddDays(1), endsOn));
        return gaps.FindAll(g => g.From <= today);
    }

    /// <summary>Whether an employment that had support has none today.</summary>
    public static bool Lapsed(DateOnly today, IReadOnlyCollection<Period> decisions) =>
        decisions.Count > 0 && decisions.All(d => d.Last < today);
}
