using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Cases.Placements;

public enum ReplanReason
{
    [Display(Name = "Målet är inte nått än")] GoalNotReached,
    [Display(Name = "I väntan på nästa steg")] BeforeNextStep,
    [Display(Name = "Kan leda till anställning")] MayLeadToEmployment,
    [Display(Name = "Omfattningen trappas upp")] StepUp,
    [Display(Name = "Omfattningen trappas ned")] StepDown,
    [Display(Name = "Arbetsplatsens önskemål")] WorkplaceWishes,
    [Display(Name = "Deltagarens önskemål")] ParticipantWishes,
}

/// <summary>Förlängning or other times from a day on: an essential change, so the agreement is approved anew (docs/model.md, Paper).</summary>
public sealed class PlanChange : Entity
{
    private PlanChange() { }

    internal PlanChange(Guid placementId, Replan change, int extentPercent, Stamp stamp)
    {
        (PlacementId, EffectiveOn, To, CellMask, Reason) = (placementId, change.From, change.To, change.Cells.Mask, change.Reason);
        (ExtentPercent, RecordedAt, RecordedBy) = (extentPercent, stamp.At, stamp.UserId);
    }

    public Guid PlacementId { get; private set; }

    /// <summary>First day on which the new times hold.</summary>
    public DateOnly EffectiveOn { get; private set; }
    public DateOnly? To { get; private set; }
    public int CellMask { get; private set; }
    public int ExtentPercent { get; private set; }
    public ReplanReason Reason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid? RecordedBy { get; private set; }
}

/// <param name="From">First day on which the new times hold.</param>
public sealed record Replan(DateOnly From, DateOnly? To, Cells Cells, ReplanReason Reason);
