using EnVagUt.Core.Data;
using EnVagUt.Core.Forms;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Procurement;

/// <summary>A placement linked to a clause, as those who follow the contract up may see it: never who (decisions 13).</summary>
public sealed record ClausePlacement(
    Guid ClauseId, string Workplace, Form Form, DateOnly From, DateOnly? To, int ExtentPercent, PlacementStatus Status, DateOnly? StartedOn, DateOnly? EndedOn,
    InterruptedBy? InterruptedBy)
{
    public Fulfilment.Line? Line => StartedOn is { } started ? new(started, EndedOn, new Period(From, To), ExtentPercent, InterruptedBy) : null;
}

/// <summary>
/// What counts toward the clauses of a contract. All grenar count: months and workplaces show no person. A placement of
/// somebody with protected identity counts in the months but stands in no list (decisions 14).
/// </summary>
public sealed class ClauseLedger(ILookup<Guid, ClausePlacement> placements, ILookup<Guid, Fulfilment.Line> unlisted)
{
    public IEnumerable<ClausePlacement> Placements(Guid clauseId) => placements[clauseId];

    public Fulfilment Fulfilment(Sysselsattningskrav clause, DateOnly today) =>
        Procurement.Fulfilment.Of(clause, [.. placements[clause.Id].Select(p => p.Line).OfType<Fulfilment.Line>(), .. unlisted[clause.Id]], today);

    /// <summary>One query, however many clauses and placements there are.</summary>
    public static async Task<ClauseLedger> ReadAsync(AppDb db, IReadOnlyCollection<Guid> clauseIds, CancellationToken ct)
    {
        var ids = clauseIds.Select(id => (Guid?)id).ToList();
        var rows = await db.Placements.IgnoreQueryFilters().AsNoTracking()
            .Where(p => ids.Contains(p.ClauseId) && p.VoidedAt == null && p.NotHeldAt == null)
            .OrderByDescending(p => p.From)
            .Select(p => new
            {
                p.IsProtected,
                Row = new ClausePlacement(p.ClauseId!.Value, db.Workplaces.Where(w => w.Id == p.WorkplaceId).Select(w => w.Name).First(),
                    p.Form, p.From, p.To, p.ExtentPercent, p.Status, p.StartedOn, p.EndedOn, p.InterruptedBy),
            })
            .ToListAsync(ct);
        return new ClauseLedger(
            rows.Where(r => !r.IsProtected).Select(r => r.Row).ToLookup(r => r.ClauseId),
            rows.Where(r => r is { IsProtected: true, Row.Line: not null }).ToLookup(r => r.Row.ClauseId, r => r.Row.Line!));
    }
}
