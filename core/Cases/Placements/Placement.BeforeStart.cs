using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>What is noted of this person and this workplace before the start.</summary>
public sealed partial class Placement
{
    public DateOnly? GuardianInformedOn { get; private set; }

    /// <summary>Who told the guardian, by name.</summary>
    public string? GuardianInformedBy { get; private set; }

    /// <summary>When the supervisor was shown what a minor may not do.</summary>
    public DateOnly? ForbiddenTasksShownOn { get; private set; }

    /// <summary>Utdrag ur belastningsregistret – uppvisat: date, who noted it and by which law, nothing more (skollagen 2 kap. 32 §).</summary>
    public DateOnly? ExtractShownOn { get; private set; }
    public Guid? ExtractNotedBy { get; private set; }
    public string? ExtractLaw { get; private set; }

    internal void NoteBeforeStart(BeforeStartDetails d, string? extractLaw, Stamp stamp)
    {
        Require(PlacementAction.BeforeStart, stamp);
        RuleBreachException.When(d.GuardianInformedOn is not null && string.IsNullOrWhiteSpace(d.GuardianInformedBy), Rule.Required, nameof(d.GuardianInformedBy));
        RuleBreachException.When(d.ExtractShownOn is not null && extractLaw is null, Rule.ExtractNotRequired, nameof(d.ExtractShownOn));
        if (d.GuardianInformedOn is { } informed)
            (GuardianInformedOn, GuardianInformedBy) = (informed, d.GuardianInformedBy?.Trim());
        ForbiddenTasksShownOn = d.ForbiddenTasksShownOn ?? ForbiddenTasksShownOn;
        if (d.ExtractShownOn is { } shown && shown != ExtractShownOn)
            (ExtractShownOn, ExtractNotedBy, ExtractLaw) = (shown, stamp.UserId, extractLaw);
        Settle(stamp, "BeforeStartNoted");
    }

    /// <exception cref="RuleBreachException">Somebody else has named one meanwhile.</exception>
    internal void NameSupervisor(Guid supervisorId, Stamp stamp)
    {
        RuleBreachException.When(SupervisorId is { } named && named != supervisorId, Rule.ChangedByAnother);
        SupervisorId = supervisorId;
        Settle(stamp, "SupervisorNamed");
    }
}
