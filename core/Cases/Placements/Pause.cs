using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Coarse on purpose, and never shown to the workplace.</summary>
public enum PauseReason
{
    [Display(Name = "Frånvaro som deltagaren har meddelat")] Absence,
    [Display(Name = "Arbetsplatsen kan inte ta emot")] Workplace,
    [Display(Name = "Studier eller kurs")] Studies,
    [Display(Name = "Annat")] Other,
}

/// <summary>Uppehåll, two inclusive dates. The newest one also stands on the placement, where the status reads it.</summary>
public sealed class Pause : Entity
{
    private Pause() { }

    internal Pause(Guid placementId, Period period, PauseReason reason, bool freesSlot, Stamp stamp)
    {
        (PlacementId, From, To, Reason, FreesSlot) = (placementId, period.From, period.Last, reason, freesSlot);
        (RecordedAt, RecordedBy) = (stamp.At, stamp.UserId);
    }

    public Guid PlacementId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public PauseReason Reason { get; private set; }
    public bool FreesSlot { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid? RecordedBy { get; private set; }
    public Period Period => new(From, To);

    internal void EndOn(DateOnly last) => To = last;
}

public sealed record PausePlacement(DateOnly From, DateOnly To, PauseReason Reason, bool FreesSlot);
