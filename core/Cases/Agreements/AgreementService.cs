using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>The coordinator's side of an agreement: writes it, sends it, records who has approved, approves for the municipality.</summary>
public sealed class AgreementService(AppDb db, Viewer viewer, TimeProvider clock, AgreementCases cases, AgreementLetters letters, ContentFolder content)
{
    /// <summary>The next version: goals and introduction as in the one before, adaptations as they were released to the workplace.</summary>
    /// <param name="change">What it changes, when that is known already; a first one changes nothing.</param>
    public async Task DraftAsync(Guid placementId, CancellationToken ct, AgreementChange change = AgreementChange.Essential)
    {
        var (placement, latest, stamp) = await LoadAsync(placementId, ct);
        var needs = await db.Placements.Where(p => p.Id == placementId).SelectMany(p => p.Releases)
            .Where(r => r.WithdrawnAt == null).OrderByDescending(r => r.ReleasedAt).Select(r => r.Needs).FirstOrDefaultAsync(ct);
        var words = latest is null
            ? new AgreementWords(null, needs, DefaultIntroduction())
            : new AgreementWords(latest.Terms.Goals, latest.Terms.Adaptations, latest.Terms.Introduction);
        var terms = AgreementComposer.Compose(await cases.SourceAsync(placement, ct), words);
        var isFirst = await cases.InForceAsync(placementId, ct) is null;
        var effective = isFirst || stamp.Today < terms.From ? terms.From : stamp.Today;
        db.Agreements.Add(Agreement.Draft(placement, latest, isFirst ? AgreementChange.First : change, terms, await cases.NeedsGuardianAsync(placement, stamp, ct), effective, stamp));
        // Whoever protects the person meanwhile meets this version too.
        placement.AgreementBegun(stamp);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            throw new RuleBreachException(Rule.AgreementUnderWay);
        }
    }

    public async Task ReviseAsync(Guid placementId, ReviseAgreement input, CancellationToken ct)
    {
        var (placement, agreement, stamp) = await OpenAsync(placementId, input.Version, ct);
        var terms = AgreementComposer.Compose(await cases.SourceAsync(placement, ct), input.Words);
        agreement.Revise(placement, terms, input.Change ?? agreement.Change, await cases.NeedsGuardianAsync(placement, stamp, ct), input.EffectiveOn ?? agreement.EffectiveOn, stamp);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Skicka för godkännande: the workplace gets a letter.</summary>
    public async Task SendAsync(Guid placementId, Guid version, CancellationToken ct)
    {
        var (placement, agreement, stamp) = await OpenAsync(placementId, version, ct);
        agreement.Send(placement, await cases.InForceAsync(placementId, ct), stamp);
        await letters.SentAsync(placement, agreement, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Records the approval of whose turn it is: on the screen, on paper, or on somebody's behalf.</summary>
    public async Task RecordApprovalAsync(Guid placementId, RecordApproval input, CancellationToken ct)
    {
        var (placement, agreement, stamp) = await OpenAsync(placementId, input.Version, ct);
        RuleBreachException.When(!ApprovalOrder.Recordable(input.Approver).Contains(input.Given.Way), Rule.ApprovalWayNotAllowed, nameof(input.Given.Way));
        await cases.ApproveAsync(placement, agreement, input.Approver, input.Given, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Godkänn för kommunen.</summary>
    public async Task ApproveAsync(Guid placementId, Guid version, CancellationToken ct)
    {
        var (placement, agreement, stamp) = await OpenAsync(placementId, version, ct);
        var given = new GivenApproval(ApprovalWay.Portal) { GivenBy = await cases.NameAsync(stamp, ct) };
        await cases.ApproveAsync(placement, agreement, Approver.Municipality, given, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Skicka personlig länk to whose turn it is: approval without login (docs/model.md, Links and addresses).</summary>
    /// <param name="address">Where the workplace's contact or the guardian reads mail; the participant's own address is on the person.</param>
    public async Task SendLinkAsync(Guid placementId, Guid version, string? address, CancellationToken ct)
    {
        var (placement, agreement, stamp) = await OpenAsync(placementId, version, ct);
        var approver = agreement.Next ?? throw new RuleBreachException(Rule.AgreementNotSent);
        if (approver == Approver.Participant)
            address = await db.Participants.Where(p => p.Id == placement.ParticipantId).Select(p => p.Email).SingleAsync(ct)
                ?? throw new RuleBreachException(Rule.PersonHasNoEmail);
        RuleBreachException.When(string.IsNullOrWhiteSpace(address), Rule.Required, "Address");
        agreement.SendLink(placement, stamp);
        var (link, secret) = ApprovalLink.Create(agreement, approver, stamp.At);
        db.ApprovalLinks.Add(link);
        letters.Link(placement, link, secret, address!.Trim(), stamp);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makulera versionen.</summary>
    public async Task VoidAsync(Guid placementId, Guid version, CancellationToken ct)
    {
        var (placement, agreement, stamp) = await OpenAsync(placementId, version, ct);
        var wasSent = agreement.SentAt is not null;
        agreement.Void(stamp);
        if (wasSent)
            await letters.VoidedAsync(placement, agreement, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    private string DefaultIntroduction() => string.Join('\n',
        AgreementTerms.Lines(content.ReadText("texts/introduktion.md")).Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Trim()));

    private async Task<(Placement, Agreement, Stamp)> OpenAsync(Guid placementId, Guid version, CancellationToken ct)
    {
        var (placement, latest, stamp) = await LoadAsync(placementId, ct);
        var agreement = latest ?? throw new NotFoundException(nameof(Agreement));
        agreement.EnsureVersion(version);
        return (placement, agreement, stamp);
    }

    // An employer's own placements pass the filter too, so the gren is asked for here.
    private async Task<(Placement, Agreement?, Stamp)> LoadAsync(Guid placementId, CancellationToken ct)
    {
        var grenar = viewer.Grenar;
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.Id == placementId && grenar.Contains(p.Gren), ct)
            ?? throw new NotFoundException(nameof(Placement));
        PlacementTransitions.Table.RequireRole(PlacementAction.Agreement, viewer.RolesIn(placement.Gren));
        return (placement, await cases.LatestAsync(placementId, ct), viewer.Stamp(clock));
    }
}

/// <param name="EffectiveOn">Null keeps the day: a first agreement holds from the placement's first.</param>
/// <param name="Change">Null keeps what was stated.</param>
public sealed record ReviseAgreement(Guid Version, AgreementWords Words, DateOnly? EffectiveOn = null, AgreementChange? Change = null);

public sealed record RecordApproval(Guid Version, Approver Approver, GivenApproval Given);
