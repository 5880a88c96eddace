using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Core.Places.Slots;

/// <summary>
/// Bokning: a slot held for somebody on dates × cells. Live claims of one slot never overlap, nor do those of one
/// person. Has no query filter and no navigation to a filtered row: ceilings must count everybody (docs/model.md, Slots and claims).
/// </summary>
public sealed class Claim : Entity
{
    private Claim() { }

    internal Claim(Slot slot, Guid? supervisorId, Guid placementId, Guid? personId, Sex? sex, Period period, Cells cells, ClaimKind kind, DateOnly? minorThrough)
    {
        (SlotId, OfferId, WorkplaceId, SupervisorId) = (slot.Id, slot.OfferId, slot.WorkplaceId, supervisorId);
        (PlacementId, PersonId, Sex, Kind) = (placementId, personId, sex, kind);
        (From, To, CellMask, MinorThrough) = (period.From, period.To, cells.Mask, minorThrough);
    }

    public Guid SlotId { get; private set; }
    public Guid OfferId { get; private set; }
    public Guid WorkplaceId { get; private set; }
    public Guid? SupervisorId { get; private set; }
    public Guid PlacementId { get; private set; }

    /// <summary>Null for a nameless claim, which counts in slots and ceilings but never in a person's load.</summary>
    public Guid? PersonId { get; private set; }

    public Sex? Sex { get; private set; }

    /// <summary>The day before the 18th birthday of somebody who is under age on the first day; for counts, never shown.</summary>
    public DateOnly? MinorThrough { get; private set; }
    public ClaimKind Kind { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public int CellMask { get; private set; }

    /// <summary>Until when a pencil holds, UTC; null for requests and placements.</summary>
    public DateTime? ExpiresAt { get; private set; }

    public DateTime? ReleasedAt { get; private set; }

    public Period Period => new(From, To);
    public Cells Cells => new(CellMask);

    public bool IsLive(DateTime now) => ReleasedAt is null && (ExpiresAt is null || ExpiresAt > now);

    internal void Become(ClaimKind kind, DateTime? expiresAt) => (Kind, ExpiresAt) = (kind, expiresAt);

    internal Claim Until(DateTime? expiresAt)
    {
        ExpiresAt = expiresAt;
        return this;
    }

    /// <summary>What is known of the person was wrong.</summary>
    internal void Follow(Participant participant) => (Sex, MinorThrough) = (participant.Sex, Age.MinorThrough(participant.BirthDate, From));

    /// <summary>Another handledare from the day on.</summary>
    /// <returns>The claim of the days from then on, when some have been; null when it is this one.</returns>
    internal Claim? HandOver(DateOnly from, Guid supervisorId)
    {
        if (SupervisorId == supervisorId)
            return null;
        if (from <= From)
        {
            SupervisorId = supervisorId;
            return null;
        }
        var later = new Claim
        {
            SlotId = SlotId, OfferId = OfferId, WorkplaceId = WorkplaceId, SupervisorId = supervisorId, PlacementId = PlacementId, PersonId = PersonId,
            Sex = Sex, Kind = Kind, From = from, To = To, CellMask = CellMask, MinorThrough = MinorThrough >= from ? MinorThrough : null,
        };
        To = from.AddDays(-1);
        return later;
    }

    /// <summary>The same human being by another row.</summary>
    internal void MoveTo(Guid personId) => PersonId = personId;

    internal void Release(DateTime now) => ReleasedAt ??= now;

    /// <summary>The slot is free again from the day after; what has been stays.</summary>
    internal void EndOn(DateOnly lastDay, DateTime now)
    {
        if (lastDay < From)
            Release(now);
        else
            To = lastDay;
    }
}
