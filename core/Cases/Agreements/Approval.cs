using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Agreements;

/// <summary>That one party approved one agreement. A change of what was agreed voids it; the row stays.</summary>
public sealed class Approval : Entity
{
    private Approval() { }

    internal Approval(Guid agreementId, Approver approver, GivenApproval given, Stamp stamp)
    {
        (AgreementId, Approver, Way, At, RecordedBy) = (agreementId, approver, given.Way, stamp.At, stamp.UserId);
        GivenBy = Blank(given.GivenBy);
        Reason = given.Way == ApprovalWay.OnBehalf ? given.Reason : null;
        (SignedOn, SeenBy) = given.Way == ApprovalWay.OnPaper ? (given.SignedOn, Blank(given.SeenBy)) : (null, null);
    }

    public Guid AgreementId { get; private set; }
    public Approver Approver { get; private set; }
    public ApprovalWay Way { get; private set; }

    /// <summary>The name of who approved; null for the person, whose name the placement has.</summary>
    public string? GivenBy { get; private set; }

    public BehalfReason? Reason { get; private set; }

    /// <summary>The date on the paper.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Who has seen the paper.</summary>
    public string? SeenBy { get; private set; }

    public DateTime At { get; private set; }
    public Guid? RecordedBy { get; private set; }
    public DateTime? VoidedAt { get; private set; }

    internal void Void(Stamp stamp) => VoidedAt ??= stamp.At;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record GivenApproval(ApprovalWay Way)
{
    public string? GivenBy { get; init; }
    public BehalfReason? Reason { get; init; }
    public DateOnly? SignedOn { get; init; }
    public string? SeenBy { get; init; }
}
