using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>The workplace's side of an agreement: Godkänn överenskommelsen.</summary>
public sealed class EmployerAgreementService(AppDb db, Viewer viewer, TimeProvider clock, AgreementCases cases, AgreementLetters letters)
{
    /// <param name="version">Of what was read: nobody approves words that have been changed since.</param>
    public async Task ApproveAsync(Guid placementId, Guid version, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var mine = viewer.EmployersAs(PlacementTransitions.TheWorkplace);
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.Id == placementId && mine.Contains(p.EmployerId), ct)
            ?? throw new NotFoundException(nameof(Placement));
        // A draft is not there for the workplace.
        var agreement = await cases.LatestAsync(placementId, ct) is { SentAt: not null } sent ? sent : throw new NotFoundException(nameof(Agreement));
        agreement.EnsureVersion(version);
        var given = new GivenApproval(ApprovalWay.Portal) { GivenBy = await cases.NameAsync(stamp, ct) };
        await cases.ApproveAsync(placement, agreement, Approver.Workplace, given, stamp, ct);
        await letters.ApprovedByWorkplaceAsync(placement, agreement, stamp, ct);
        await db.SaveChangesAsync(ct);
    }
}
