using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Absences;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// Where letters to a placement's coordinator go on a day: to whoever stands in, else to the coordinator, and to the gren's
/// enhetschef when the coordinator has left. Null when nobody is there.
/// </summary>
public sealed class CaseMailbox
{
    public required Guid PlacementId { get; init; }
    public required string? Email { get; init; }

    public static IQueryable<CaseMailbox> Of(AppDb db, IQueryable<Placement> placements, DateOnly day)
    {
        var (standIns, managers) = (StandIn.On(db, day), Manager.On(db, day));
        return from p in placements
               select new CaseMailbox
               {
                   PlacementId = p.Id,
                   Email = standIns.Where(s => s.UserId == p.CoordinatorId && s.Gren == p.Gren).OrderBy(s => s.Seq).Select(s => s.Email).FirstOrDefault()
                       ?? db.Users.Where(u => u.Id == p.CoordinatorId && u.DeactivatedAt == null).Select(u => u.Email).FirstOrDefault()
                       ?? managers.Where(m => m.Gren == p.Gren).Select(m => m.Email).FirstOrDefault(),
               };
    }

    /// <summary>Asked by employers and by links too, who may see little of the placement: only the address is read.</summary>
    public static Task<string?> EmailAsync(AppDb db, Placement placement, DateOnly day, CancellationToken ct) =>
        Of(db, db.Placements.IgnoreQueryFilters().AsNoTracking().Where(p => p.Id == placement.Id), day).Select(m => m.Email).SingleOrDefaultAsync(ct);
}
