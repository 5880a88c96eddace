using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
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

    private Pause(Guid placementId, Period period, PauseReason reason, bool freesSlot, Stamp stamp)
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

    /// <param name="placement">From the first day there, or the planned one.</param>
    internal static Pause Of(Guid placementId, Period placement, IReadOnlyCollection<Pause> earlier, PausePlacement input, Stamp stamp)
    {
        var period = Period.Of(input.From, input.To, nameof(input.To));
        RuleBreachException.When(!placement.Contains(period), Rule.PauseOutsidePlacement, nameof(input.From), placement);
        RuleBreachException.When(earlier.Any(p => p.Period.Overlaps(period)), Rule.PauseOverlaps, nameof(input.From));
        return new Pause(placementId, period, input.Reason, input.FreesSlot, stamp);
    }

    internal void EndOn(DateOnly last, Period placement)
    {
        RuleBreachException.When(last < From, Rule.PauseReversed, "Last", From.Written());
        RuleBreachException.When(last > placement.Last, Rule.PauseOutsidePlacement, "Last", placement);
        To = last;
    }
}

public sealed record PausePlacement(DateOnly From, DateOnly To, PauseReason Reason, bool FreesSlot);
