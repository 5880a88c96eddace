using EnVagUt.Core.Data;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Placements;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Agreements;

/// <summary>Letters about an agreement: that there is something to do in the portal, never about whom (see <see cref="PlacementLetters"/>).</summary>
public sealed class AgreementLetters(AppDb db, Letters letters, PortalAddress portal)
{
    public async Task SentAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct)
    {
        var workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == p.WorkplaceId)
            .Select(w => new { w.Name, w.ContactEmail }).SingleAsync(ct);
        letters.Write("overenskommelse-vantar", $"overenskommelse/{agreement.Id:N}/{agreement.Rounds}", workplace.ContactEmail, stamp.At,
            new Dictionary<string, string>
            {
                ["arbetsplats"] = workplace.Name,
                ["period"] = p.Period.ToString(),
                ["lank"] = portal.Link($"/arbetsgivare/placeringar/{p.Id}/overenskommelse"),
            }, p.Id);
    }

    public async Task ApprovedByWorkplaceAsync(Placement p, Agreement agreement, Stamp stamp, CancellationToken ct)
    {
        var to = await db.Users.AsNoTracking().Where(u => u.Id == p.CoordinatorId).Select(u => u.Email).SingleOrDefaultAsync(ct);
        if (to is null)
            return;
        letters.Write("overenskommelse-godkand-av-arbetsplats", $"overenskommelse-godkand/{agreement.Id:N}/{agreement.Rounds}", to, stamp.At,
            new Dictionary<string, string> { ["lank"] = portal.Link($"/placeringar/{p.Id}/overenskommelse/visa") }, p.Id);
    }
}
