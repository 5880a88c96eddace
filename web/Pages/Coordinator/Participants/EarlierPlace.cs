using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>The placement that a proposal continues, as the proposal's pages name it.</summary>
public sealed record EarlierPlace(string Title, string Workplace)
{
    /// <exception cref="NotFoundException">It is somebody else's, or the viewer may not see it.</exception>
    public static async Task<EarlierPlace> ReadAsync(AppDb db, Guid placementId, Guid participantId, CancellationToken ct) => await (
        from p in db.Placements.AsNoTracking()
        where p.Id == placementId && p.ParticipantId == participantId
        join o in db.Offers on p.OfferId equals o.Id
        join w in db.Workplaces on p.WorkplaceId equals w.Id
        select new EarlierPlace(o.Title, w.Name)).SingleOrDefaultAsync(ct) ?? throw new NotFoundException("Placement");
}
