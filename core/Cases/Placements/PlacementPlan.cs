using System.Globalization;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Who is to sit where, from when to when and how much. What has come of it is <see cref="Placement"/>'s.</summary>
public abstract class PlacementPlan : Root, ISharedWithEmployer, IProtectable
{
    private protected PlacementPlan() { }

    private protected PlacementPlan(Participant? participant, Verksamhetsgren gren, Sex sex, Offer offer, Slot slot, Period period, Cells cells, Stamp stamp)
    {
        // Whoever protects the person meanwhile meets this case, or is met by it.
        participant?.Person.LoadChanged();
        (ParticipantId, PersonId, Gren, Sex) = (participant?.Id, participant?.PersonId, gren, sex);
        (IsProtected, LettersStoppedAt) = (participant?.IsProtected ?? false, participant?.LettersStoppedAt is null ? null : stamp.At);
        (OfferId, EmployerId, Form, ClauseId) = (offer.Id, offer.EmployerId, offer.Form, offer.ClauseId);
        (SlotId, WorkplaceId, SupervisorId) = (slot.Id, slot.WorkplaceId, slot.SupervisorId);
        (From, To, CellMask, ExtentPercent) = (period.From, period.To, cells.Mask, slot.Pattern.ExtentPercent(cells));
        (CoordinatorId, ProposedAt) = (stamp.UserId, stamp.At);
        SortKey = LatestFirst(From, Id);
        Fact(stamp, FactKind.Form, From, Form);
        Fact(stamp, FactKind.PlannedEnd, From, Written(To));
        Fact(stamp, FactKind.Extent, From, ExtentPercent);
    }

    /// <summary>Null when the placement was agreed elsewhere and is registered without a name; so is <see cref="PersonId"/>.</summary>
    public Guid? ParticipantId { get; private set; }
    public Guid? PersonId { get; private set; }
    public Verksamhetsgren Gren { get; private set; }
    public bool IsProtected { get; private set; }

    /// <summary>No letter about the placement leaves: the person has died, moved or protected identity (docs/model.md, Corrections).</summary>
    public DateTime? LettersStoppedAt { get; private set; }
    public Sex Sex { get; private set; }
    public Guid OfferId { get; private set; }
    public Guid SlotId { get; private set; }
    public Guid EmployerId { get; private set; }
    public Guid WorkplaceId { get; private set; }
    public Guid? SupervisorId { get; protected set; }
    public Form Form { get; private set; }

    /// <summary>The contract clause that the placement counts toward, copied from the offer; the ledger reads this one.</summary>
    public Guid? ClauseId { get; private set; }

    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public int CellMask { get; private set; }

    /// <summary>Percent of full time, 1–100.</summary>
    public int ExtentPercent { get; private set; }

    /// <summary>The member of staff who answers for the case.</summary>
    public Guid? CoordinatorId { get; private set; }

    public DateTime ProposedAt { get; private set; }
    /// <summary>Lists are paged by it, the latest start first. Holds no name, so it may stand in an address.</summary>
    public string SortKey { get; private set; } = "";

    public Period Period => new(From, To);
    public Cells Cells => new(CellMask);

    /// <summary>Counts among slots, ceilings and placements, and never as a person.</summary>
    public bool IsNameless => PersonId is null;

    public static string LatestFirst(DateOnly from, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{99_999_999 - (from.Year * 10_000 + from.Month * 100 + from.Day):D8} {id:N}");

    private protected static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What is known of the person was wrong.</summary>
    internal void Follow(Participant participant) => Sex = participant.Sex;

    /// <summary>The person has died or moved, or that was taken back. Of protected identity no letter leaves whatever is taken back.</summary>
    internal void StopLetters(bool stop, Stamp stamp)
    {
        if (IsProtected)
            return;
        LettersStoppedAt = stop ? stamp.At : null;
        Changed(stamp, stop ? "LettersStopped" : "LettersResumed");
    }

    /// <summary>Skyddade uppgifter, and that they are lifted.</summary>
    internal void Protect(bool on, bool lettersStop, Stamp stamp)
    {
        (IsProtected, LettersStoppedAt) = (on, lettersStop ? LettersStoppedAt ?? stamp.At : null);
        Changed(stamp, on ? "Protected" : "ProtectionLifted");
    }

    /// <summary>The same human being by another row: whose it was until now stays as facts, so that an old cut counts as it did.</summary>
    internal void MoveTo(Participant participant, Stamp stamp)
    {
        Fact(stamp, FactKind.Person, stamp.Today, PersonId!.Value.ToString("N"));
        Fact(stamp, FactKind.Participant, stamp.Today, ParticipantId!.Value.ToString("N"));
        (PersonId, ParticipantId) = (participant.PersonId, participant.Id);
        Changed(stamp, "PersonMoved");
    }

    private protected void Change(DateOnly from, DateOnly? to, Cells cells, int extentPercent, Stamp stamp)
    {
        (To, CellMask, ExtentPercent) = (to, cells.Mask, extentPercent);
        Fact(stamp, FactKind.PlannedEnd, from, Written(To));
        Fact(stamp, FactKind.Extent, from, ExtentPercent);
    }
}
