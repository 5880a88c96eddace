using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Parts;

/// <summary>A month of which nobody has asked for the money, though the last day draws near.</summary>
public sealed record CompensationTask(CompensationView Decision, CompensationMonth Month)
{
    public string Sentence => $"Ersättningen för {Month.Name} är inte begärd. Sista dagen är den {Month.LastDay.Written()}.";

    /// <summary>The nearest last day first.</summary>
    public static async Task<IReadOnlyList<CompensationTask>> DueAsync(AppDb db, IQueryable<Placement> placements, RuleSet rules, DateOnly today, int most, CancellationToken ct)
    {
        var decisions = await CompensationView.Of(db, CompensationView.StillClaimable(db, placements, rules, today)).ToListAsync(ct);
        return [.. decisions.SelectMany(d => d.Months(rules, today).Where(m => m.WarnsOn(today)).Select(m => new CompensationTask(d, m)))
            .OrderBy(t => t.Month.LastDay).ThenBy(t => t.Decision.PlacementId).Take(most)];
    }
}
