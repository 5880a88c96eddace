using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Minors;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Places.Slots;

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
public sealed record Replan(DateOnly From, DateOnly? To, Cells Cells, ReplanReason Reason)
{
    /// <exception cref="RuleBreachException">Nothing changes, or the new times do not go on from the old ones in the slot's cells.</exception>
    internal void EnsureFits(DateOnly firstDay, Period period, Cells cells, Slot slot)
    {
        Period.Of(From, To, nameof(To));
        RuleBreachException.When(From < firstDay, Rule.ReplanBeforeStart, nameof(From), firstDay.Written());
        RuleBreachException.When(From > period.Last.AddDays(period.To is null ? 0 : 1), Rule.ReplanLeavesGap, nameof(From), period);
        slot.EnsureHas(Cells);
        RuleBreachException.When(To == period.To && Cells == cells, Rule.NothingToRecord);
    }

    /// <exception cref="RuleBreachException">Too long for the form, or not for somebody of the age.</exception>
    internal void EnsureAllowed(DateOnly? birthDate, WeeklyPattern pattern, FormRules rules)
    {
        var rest = new Period(From, To);
        if (rules.Row.IsOurDecision && PlanLimits.OfLength(rest, rules) is { } tooLong)
            throw tooLong;
        if (birthDate is { } born)
            MinorWork.EnsureAllowed(born, rules, rest, pattern, Cells);
    }
}
