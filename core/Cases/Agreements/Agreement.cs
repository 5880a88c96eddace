using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>
/// Överenskommelse: one version of what workplace, participant and municipality have agreed about a placement. Until all
/// have approved it can be written anew, which voids what was approved; after that it never changes.
/// </summary>
public sealed class Agreement : Root, ISharedWithEmployer, IProtectable
{
    private readonly List<Approval> _approvals = [];

    private Agreement() { }

    /// <param name="latest">The placement's latest version, annulled or not; null when there is none.</param>
    internal static Agreement Draft(Placement placement, Agreement? latest, AgreementChange change, AgreementTerms terms, bool needsGuardian, DateOnly effectiveOn, Stamp stamp)
    {
        EnsurePlacement(placement, stamp);
        RuleBreachException.When(latest is { ConcludedAt: null, VoidedAt: null }, Rule.AgreementUnderWay);
        var agreement = new Agreement
        {
            PlacementId = placement.Id,
            Gren = placement.Gren,
            EmployerId = placement.EmployerId,
            IsProtected = placement.IsProtected,
            Form = placement.Form,
            Number = (latest?.Number ?? 0) + 1,
            Change = change,
            CreatedAt = stamp.At,
        };
        (agreement.Terms, agreement.NeedsGuardian, agreement.EffectiveOn) = (terms, needsGuardian, effectiveOn);
        agreement.Changed(stamp, "Drafted", agreement.Change.ToString());
        return agreement;
    }

    public Guid PlacementId { get; private set; }
    public Verksamhetsgren Gren { get; private set; }
    public Guid EmployerId { get; private set; }
    public bool IsProtected { get; private set; }
    public Form Form { get; private set; }

    /// <summary>1 for the placement's first.</summary>
    public int Number { get; private set; }

    public AgreementChange Change { get; private set; }

    /// <summary>From which day it holds.</summary>
    public DateOnly EffectiveOn { get; private set; }

    public AgreementTerms Terms { get; private set; } = null!;
    public bool NeedsGuardian { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>Sent to be approved; null while it is written.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>How many times it has been sent.</summary>
    public int Rounds { get; private set; }

    public DateTime? ConcludedAt { get; private set; }

    /// <summary>Makulerad while it was under way: it never held.</summary>
    public DateTime? VoidedAt { get; private set; }

    public IReadOnlyList<Approval> Approvals => _approvals;

    public IReadOnlyList<Approver> Given => [.. _approvals.Where(a => a.VoidedAt is null).Select(a => a.Approver)];
    public Approver? Next => ApprovalOrder.Next(Form, NeedsGuardian, Given);
    public AgreementStatus Status => StatusOf(SentAt, ConcludedAt, VoidedAt);

    public static AgreementStatus StatusOf(DateTime? sentAt, DateTime? concludedAt, DateTime? voidedAt) =>
        voidedAt is not null ? AgreementStatus.Voided : concludedAt is not null ? AgreementStatus.Concluded : sentAt is not null ? AgreementStatus.Sent : AgreementStatus.Draft;

    /// <summary>Between the workplace's yes and the end there is something to agree about.</summary>
    public static bool Takes(PlacementStatus status) => PlacementTransitions.Table[PlacementAction.Agreement].From.Contains(status);

    /// <summary>
    /// Writes it anew. What was sent must be sent again, and what was approved is void. When only practical words differ
    /// nothing is void; the same words again change nothing.
    /// </summary>
    /// <param name="change">What the coordinator says that the version changes; of a first one there is nothing to say.</param>
    internal void Revise(Placement placement, AgreementTerms terms, AgreementChange change, bool needsGuardian, DateOnly effectiveOn, Stamp stamp)
    {
        EnsurePlacement(placement, stamp);
        EnsureOpen();
        EnsureSound(terms, effectiveOn);
        RuleBreachException.When((change == AgreementChange.First) != (Change == AgreementChange.First), Rule.AgreementChangeMissing, nameof(Change));
        if (terms == Terms && change == Change && needsGuardian == NeedsGuardian && effectiveOn == EffectiveOn)
            return;
        var essential = AgreementDifferences.Between(Terms, terms).Count > 0 || change != Change || needsGuardian != NeedsGuardian || effectiveOn != EffectiveOn;
        (Terms, Change, NeedsGuardian, EffectiveOn) = (terms, change, needsGuardian, effectiveOn);
        if (!essential)
        {
            Changed(stamp, "PracticalRevised");
            return;
        }
        var voids = Given.Count > 0;
        SentAt = null;
        _approvals.ForEach(a => a.Void(stamp));
        Changed(stamp, voids ? "ApprovalsVoided" : "Revised");
    }

    /// <summary>Skicka för godkännande.</summary>
    /// <param name="inForce">The terms that all have approved and that hold now; null before a first agreement.</param>
    internal void Send(Placement placement, AgreementTerms? inForce, Stamp stamp)
    {
        EnsurePlacement(placement, stamp);
        RuleBreachException.When(Status != AgreementStatus.Draft, Rule.NotAllowedInStatus);
        EnsureSound(Terms, EffectiveOn);
        EnsureChange(inForce);
        (SentAt, Rounds) = (stamp.At, Rounds + 1);
        Changed(stamp, "Sent");
    }

    /// <summary>Godkänn, in the form's order. The last one concludes it.</summary>
    internal void Approve(Placement placement, Approver approver, GivenApproval given, Stamp stamp)
    {
        EnsurePlacement(placement, stamp);
        RuleBreachException.When(Status != AgreementStatus.Sent, Rule.AgreementNotSent);
        RuleBreachException.When(Next != approver, Rule.ApprovalOutOfOrder, null, Next?.Word(Form) ?? "");
        EnsureGiven(approver, given, stamp);
        _approvals.Add(new Approval(Id, approver, given, stamp));
        if (Next is null)
            ConcludedAt = stamp.At;
        Changed(stamp, $"ApprovedBy{approver}", given.Way.ToString(), given.Reason?.ToString() ?? "");
    }

    /// <summary>A personal link for whose turn it is to approve by; whatever changes the agreement afterwards makes it useless (see <see cref="ApprovalLink"/>).</summary>
    internal void SendLink(Placement placement, Stamp stamp)
    {
        EnsurePlacement(placement, stamp);
        RuleBreachException.When(Status != AgreementStatus.Sent, Rule.AgreementNotSent);
        RuleBreachException.When(Next == Approver.Municipality, Rule.ApprovalWayNotAllowed);
        RuleBreachException.When(IsProtected, Rule.LinkNotForProtected);
        Changed(stamp, "LinkSent", $"{Next}");
    }

    /// <summary>Makulera versionen, while it is under way. What all have approved is never undone: it is changed by a new one.</summary>
    internal void Void(Stamp stamp)
    {
        EnsureOpen();
        VoidedAt = stamp.At;
        _approvals.ForEach(a => a.Void(stamp));
        Changed(stamp, "VersionVoided");
    }

    /// <summary>Renews the version: whoever sends it at the same moment is refused, and links end.</summary>
    internal void Protect(bool on, Stamp stamp)
    {
        IsProtected = on;
        Changed(stamp, on ? "Protected" : "ProtectionLifted");
    }

    private void EnsureOpen()
    {
        RuleBreachException.When(ConcludedAt is not null, Rule.AgreementConcluded);
        RuleBreachException.When(VoidedAt is not null, Rule.NotAllowedInStatus);
    }

    // Nobody is asked to approve a change that is not there, or another one than is said.
    private void EnsureChange(AgreementTerms? inForce)
    {
        if (inForce is null)
            return;
        var differences = AgreementDifferences.Between(inForce, Terms);
        RuleBreachException.When(differences.Count == 0, Rule.AgreementNothingChanged);
        RuleBreachException.When(Change != AgreementChange.Essential && !differences.Contains(Change), Rule.AgreementChangeNotMade, nameof(Change), Change.Label(),
            string.Join(", ", differences.Select(d => d.Label())));
    }

    private void EnsureSound(AgreementTerms terms, DateOnly effectiveOn)
    {
        var needsGoals = (Form.Row().Requires & (RequiredFacts.Goals | RequiredFacts.LanguageGoals)) != 0;
        RuleBreachException.When(needsGoals && string.IsNullOrWhiteSpace(terms.Goals), Rule.AgreementGoalsMissing, nameof(terms.Goals));
        RuleBreachException.When(AgreementTerms.Lines(terms.Introduction).Count == 0, Rule.Required, nameof(terms.Introduction));
        RuleBreachException.When(!new Period(terms.From, terms.To).Contains(effectiveOn), Rule.EffectiveOutsidePeriod, nameof(EffectiveOn), new Period(terms.From, terms.To));
    }

    private static void EnsureGiven(Approver approver, GivenApproval given, Stamp stamp)
    {
        RuleBreachException.When(given.Way == ApprovalWay.OnBehalf && given.Reason is null, Rule.BehalfReasonMissing, nameof(given.Reason));
        RuleBreachException.When(given.Way == ApprovalWay.OnPaper && given.SignedOn is null, Rule.Required, nameof(given.SignedOn));
        RuleBreachException.When(given.Way == ApprovalWay.OnPaper && given.SignedOn > stamp.Today, Rule.SignedInFuture, nameof(given.SignedOn));
        RuleBreachException.When(given.Way == ApprovalWay.OnPaper && string.IsNullOrWhiteSpace(given.SeenBy), Rule.Required, nameof(given.SeenBy));
        RuleBreachException.When(approver != Approver.Participant && string.IsNullOrWhiteSpace(given.GivenBy), Rule.Required, nameof(given.GivenBy));
    }

    private static void EnsurePlacement(Placement placement, Stamp stamp) => placement.Require(PlacementAction.Agreement, stamp);
}
