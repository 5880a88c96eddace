using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>
/// What somebody without an account sees and does by a personal link. The secret opens one agreement and nothing else, so
/// the gren is not asked for; persons with protected identity are never reached this way.
/// </summary>
public sealed class ApprovalLinkService(AppDb db, TimeProvider clock, AgreementCases cases, AgreementLetters letters)
{
    /// <summary>Null when the link is unknown, used, too old or overtaken by a change: the reader is told the same in all cases.</summary>
    public async Task<LinkedAgreement?> ReadAsync(string? secret, CancellationToken ct)
    {
        if (await FindAsync(secret, ct) is not { } found)
            return null;
        var view = await AgreementView.Of(db.Agreements.IgnoreQueryFilters([AppDb.GrenFilter]).AsNoTracking().Where(a => a.Id == found.Link.AgreementId)).SingleAsync(ct);
        var firstName = await db.Participants.IgnoreQueryFilters([AppDb.GrenFilter]).Where(p => p.Id == found.Placement.ParticipantId).Select(p => p.FirstName).SingleAsync(ct);
        return new LinkedAgreement(found.Link.Approver, view with { PersonName = firstName, ForEmployer = true });
    }

    /// <summary>Godkänn, once.</summary>
    /// <param name="givenBy">The name of the guardian or of who speaks for the workplace.</param>
    public async Task ApproveAsync(string? secret, string? givenBy, CancellationToken ct)
    {
        var (link, agreement, placement) = await FindAsync(secret, ct) ?? throw new RuleBreachException(Rule.LinkNotValid);
        var stamp = new Stamp(null, clock.UtcNow());
        link.Use(stamp.At);
        await cases.ApproveAsync(placement, agreement, link.Approver, new GivenApproval(ApprovalWay.ByLink) { GivenBy = link.Approver == Approver.Participant ? null : givenBy }, stamp, ct);
        await letters.ApprovedByLinkAsync(placement, agreement, link.Approver, stamp, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBreachException(Rule.LinkNotValid);
        }
    }

    private async Task<Found?> FindAsync(string? secret, CancellationToken ct)
    {
        if (LinkSecret.KeyOf(secret) is not { } hash)
            return null;
        if (await db.ApprovalLinks.SingleOrDefaultAsync(l => l.Hash == hash, ct) is not { } link)
            return null;
        var agreement = await db.Agreements.IgnoreQueryFilters([AppDb.GrenFilter]).Include(a => a.Approvals).SingleOrDefaultAsync(a => a.Id == link.AgreementId, ct);
        if (agreement is null || agreement.Status != AgreementStatus.Sent || !link.IsLive(agreement.Version, clock.UtcNow()))
            return null;
        var placement = await db.Placements.IgnoreQueryFilters([AppDb.GrenFilter]).Include(p => p.Releases).SingleOrDefaultAsync(p => p.Id == agreement.PlacementId, ct);
        // After «Återta delning» the workplace reads no more by a link than on its pages.
        if (link.Approver == Approver.Workplace && placement is { Releases.Count: > 0 } && placement.Releases.All(r => r.WithdrawnAt is not null))
            return null;
        return placement is not null && Agreement.Takes(placement.StatusAt(clock.UtcNow())) ? new Found(link, agreement, placement) : null;
    }

    private sealed record Found(ApprovalLink Link, Agreement Agreement, Placement Placement);
}

/// <param name="Approver">Whose approval the link gives.</param>
public sealed record LinkedAgreement(Approver Approver, AgreementView Agreement);
