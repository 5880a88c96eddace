using System.Globalization;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// The case from «Föreslagen» on: one person, one slot. Facts are the truth: who and when. The verbs stand in
/// Placement.Verbs.cs, the status is derived from the facts in <see cref="StatusAt"/>.
/// </summary>
public sealed partial class Placement : Root, ISharedWithEmployer, IProtectable
{
    private readonly List<Release> _releases = [];
    private readonly List<SupportDecision> _supports = [];
    private readonly List<Acknowledgement> _acknowledgements = [];

    private Placement() { }

    public static Placement Propose(Participant participant, Offer offer, Slot slot, Period period, Cells cells, FormRules rules, Stamp stamp)
    {
        var placement = new Placement
        {
            ParticipantId = participant.Id,
            PersonId = participant.PersonId,
            Gren = participant.Gren,
            IsProtected = participant.IsProtected,
            Sex = participant.Person.Sex,
            OfferId = offer.Id,
            SlotId = slot.Id,
            EmployerId = offer.EmployerId,
            WorkplaceId = slot.WorkplaceId,
            SupervisorId = slot.SupervisorId,
            Form = offer.Form,
            ClauseId = offer.ClauseId,
            From = period.From,
            To = period.To,
            CellMask = cells.Mask,
            ExtentPercent = slot.Pattern.ExtentPercent(cells),
            CoordinatorId = stamp.UserId,
            ProposedAt = stamp.At,
            LettersStoppedAt = participant.Person.Gone is null ? null : stamp.At,
        };
        placement.SortKey = LatestFirst(period.From, placement.Id);
        placement.EnsureFits(participant, offer, slot.Pattern, rules, stamp);
        placement.NotePlan(stamp);
        placement.Settle(stamp, "Proposed", offer.Form.ToString());
        return placement;
    }

    /// <summary>Null when the placement was agreed elsewhere and is registered without a name; so is <see cref="PersonId"/>.</summary>
    public Guid? ParticipantId { get; private set; }
    public Guid? PersonId { get; private set; }
    public Verksamhetsgren Gren { get; private set; }
    public bool IsProtected { get; private set; }
    public Sex Sex { get; private set; }
    public Guid OfferId { get; private set; }
    public Guid SlotId { get; private set; }
    public Guid EmployerId { get; private set; }
    public Guid WorkplaceId { get; private set; }
    public Guid? SupervisorId { get; private set; }
    public Form Form { get; private set; }

    /// <summary>The contract clause that the placement counts toward, copied from the offer; the ledger reads this one.</summary>
    public Guid? ClauseId { get; private set; }

    /// <summary>Fortsättning av: the placement whose days, lock-in and progression this one keeps; supervisor and agreement do not follow.</summary>
    public Guid? ContinuesId { get; private set; }

    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public int CellMask { get; private set; }

    /// <summary>Percent of full time, 1–100.</summary>
    public int ExtentPercent { get; private set; }

    /// <summary>The member of staff who answers for the case.</summary>
    public Guid? CoordinatorId { get; private set; }

    public DateTime ProposedAt { get; private set; }
    public DateTime? PencilledUntil { get; private set; }
    public DateTime? ParticipantAnsweredAt { get; private set; }
    public bool? ParticipantSaidYes { get; private set; }
    public DateTime? RequestedAt { get; private set; }
    public DateTime? EmployerAnsweredAt { get; private set; }
    public bool? EmployerSaidYes { get; private set; }
    public NoCode? EmployerNoCode { get; private set; }

    public DateOnly? PaperDoneOn { get; private set; }
    public string? PaperSeenBy { get; private set; }

    /// <summary>Reference of somebody else's document, when the form is papered by one.</summary>
    public string? PaperReference { get; private set; }

    public DateOnly? StartedOn { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public ExitReason? ExitReason { get; private set; }
    public InterruptedBy? InterruptedBy { get; private set; }
    public Outcome? Outcome { get; private set; }
    public DateOnly? OutcomeOn { get; private set; }
    public NotHeldReason? NotHeldBecause { get; private set; }
    public DateTime? NotHeldAt { get; private set; }
    public DateTime? VoidedAt { get; private set; }

    /// <summary>The person has died or moved: no letter about the placement leaves any more (docs/model.md, Corrections).</summary>
    public DateTime? LettersStoppedAt { get; private set; }

    /// <summary>Stored for queries only; commands ask <see cref="StatusAt"/>.</summary>
    public PlacementStatus Status { get; private set; }

    /// <summary>Lists are paged by it, the latest start first. Holds no name, so it may stand in an address.</summary>
    public string SortKey { get; private set; } = "";

    public IReadOnlyList<Release> Releases => _releases;
    public IReadOnlyList<SupportDecision> Supports => _supports;
    public IReadOnlyList<Acknowledgement> Acknowledgements => _acknowledgements;
    public Period Period => new(From, To);
    public Cells Cells => new(CellMask);

    public static string LatestFirst(DateOnly from, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{99_999_999 - (from.Year * 10_000 + from.Month * 100 + from.Day):D8} {id:N}");

    /// <summary>The order is the decision: what closes a case comes first, then how far it has come.</summary>
    public PlacementStatus StatusAt(DateTime now) => this switch
    {
        { VoidedAt: not null } => PlacementStatus.Voided,
        { NotHeldAt: not null } => PlacementStatus.NotHeld,
        { EndedOn: not null, InterruptedBy: not null and not Placements.InterruptedBy.Nobody } => PlacementStatus.Interrupted,
        { EndedOn: not null } => PlacementStatus.Ended,
        { StartedOn: not null } when IsPausedOn(now.StockholmDate()) => PlacementStatus.Paused,
        { StartedOn: not null } => PlacementStatus.Running,
        { EmployerSaidYes: true, PaperDoneOn: not null } => PlacementStatus.ReadyToStart,
        { EmployerSaidYes: true } => PlacementStatus.AwaitingPaper,
        { RequestedAt: not null } => PlacementStatus.Requested,
        { PencilledUntil: { } until } when until > now => PlacementStatus.Pencilled,
        _ => PlacementStatus.Proposed,
    };
}
