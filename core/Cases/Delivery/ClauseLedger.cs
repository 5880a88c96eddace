using System.Globalization;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Procurement;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Delivery;

/// <summary>A placement linked to a clause, as those who follow the contract up may see it: never who.</summary>
public sealed record ClausePlacement(
    Guid ClauseId, string Workplace, Form Form, DateOnly From, DateOnly? To, int ExtentPercent, PlacementStatus Status, DateOnly? StartedOn, DateOnly? EndedOn,
    InterruptedBy? InterruptedBy)
{
    /// <summary>What the extent has been, the first one first.</summary>
    public IReadOnlyList<ExtentStep> Extents { get; init; } = [];
    public IReadOnlyList<Period> Pauses { get; init; } = [];

    public Fulfilment.Line? Line => StartedOn is not { } started ? null
        : new(started, EndedOn, new Period(From, To), Extents is [var first, ..] ? first.Percent : ExtentPercent, InterruptedBy)
        {
            Steps = [.. Extents.Skip(1)],
            NotCounted = Form.Row().PauseCounts ? [] : Pauses,
        };
}

/// <summary>
/// What counts toward the clauses of a contract. All grenar count: months and workplaces show no person. A placement of
/// somebody with protected identity counts in the months but stands in no list (docs/model.md, Protected identity).
/// </summary>
public sealed class ClauseLedger(ILookup<Guid, ClausePlacement> placements, ILookup<Guid, Fulfilment.Line> unlisted)
{
    public IEnumerable<ClausePlacement> Placements(Guid clauseId) => placements[clauseId];

    public Fulfilment Fulfilment(Clause clause, DateOnly today) =>
        Delivery.Fulfilment.Of(clause, [.. placements[clause.Id].Select(p => p.Line).OfType<Fulfilment.Line>(), .. unlisted[clause.Id]], today);

    /// <summary>One query, however many clauses and placements there are.</summary>
    public static async Task<ClauseLedger> ReadAsync(AppDb db, IReadOnlyCollection<Guid> clauseIds, CancellationToken ct)
    {
        var ids = clauseIds.Select(id => (Guid?)id).ToList();
        var rows = await db.Placements.IgnoreQueryFilters().AsNoTracking()
            .Where(p => ids.Contains(p.ClauseId) && p.Ending.VoidedAt == null && p.Ending.NotHeldAt == null)
            .OrderByDescending(p => p.From)
            .Select(p => new
            {
                p.IsProtected,
                Row = new ClausePlacement(p.ClauseId!.Value, db.Workplaces.Where(w => w.Id == p.WorkplaceId).Select(w => w.Name).First(),
                    p.Form, p.From, p.To, p.ExtentPercent, p.Status, p.StartedOn, p.Ending.EndedOn, p.Ending.InterruptedBy),
                Extents = db.Facts.Where(f => f.SubjectId == p.Id && f.Kind == FactKind.Extent).OrderBy(f => f.RecordedAt).ThenBy(f => f.Seq)
                    .Select(f => new { f.Effective, f.Value }).ToList(),
                Pauses = p.Pauses.OrderBy(x => x.From).Select(x => new { x.From, x.To }).ToList(),
            })
            .ToListAsync(ct);
        var read = rows.Select(r => (r.IsProtected, Row: r.Row with
        {
            Extents = ExtentStep.Of(r.Extents.Select(e => new ExtentStep(e.Effective, int.Parse(e.Value, CultureInfo.InvariantCulture)))),
            Pauses = [.. r.Pauses.Select(p => new Period(p.From, p.To))],
        })).ToList();
        return new ClauseLedger(
            read.Where(r => !r.IsProtected).Select(r => r.Row).ToLookup(r => r.ClauseId),
            read.Where(r => r.IsProtected && r.Row.Line is not null).ToLookup(r => r.Row.ClauseId, r => r.Row.Line!));
    }
}
