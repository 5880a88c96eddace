using EnVagUt.Core.Ground.Data;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>What a workplace was told of a person, and whether that still shows.</summary>
/// <param name="CalledAt">When somebody had spoken with the workplace about what was withdrawn.</param>
public sealed record ToldFacts(DateTime At, string FirstName, string LastName, string? Phone, int ExtentPercent, string? Needs, DateTime? WithdrawnAt, DateTime? CalledAt)
{
    /// <summary>The newest first.</summary>
    public static IQueryable<ToldFacts> Of(AppDb db, Guid placementId) =>
        db.Placements.AsNoTracking().Where(p => p.Id == placementId).SelectMany(p => p.Releases)
            .OrderByDescending(r => r.ReleasedAt).ThenByDescending(r => r.Seq)
            .Select(r => new ToldFacts(r.ReleasedAt, r.FirstName, r.LastName, r.Phone, r.ExtentPercent, r.Needs, r.WithdrawnAt, r.ToldAt));
}
