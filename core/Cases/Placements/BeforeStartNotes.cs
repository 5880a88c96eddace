using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>What is noted of this person and this workplace before the start.</summary>
public sealed record BeforeStartNotes
{
    internal static readonly BeforeStartNotes None = new();

    public DateOnly? GuardianInformedOn { get; private init; }

    /// <summary>Who told the guardian, by name.</summary>
    public string? GuardianInformedBy { get; private init; }

    /// <summary>When the supervisor was shown what a minor may not do.</summary>
    public DateOnly? ForbiddenTasksShownOn { get; private init; }

    /// <summary>Utdrag ur belastningsregistret – uppvisat: date, who noted it and by which law, nothing more (skollagen 2 kap. 32 §).</summary>
    public DateOnly? ExtractShownOn { get; private init; }
    public Guid? ExtractNotedBy { get; private init; }
    public string? ExtractLaw { get; private init; }

    /// <summary>What is filled in now replaces what was; the rest stays.</summary>
    internal BeforeStartNotes With(BeforeStartDetails d, string? extractLaw, Stamp stamp)
    {
        RuleBreachException.When(d.GuardianInformedOn is not null && string.IsNullOrWhiteSpace(d.GuardianInformedBy), Rule.Required, nameof(d.GuardianInformedBy));
        RuleBreachException.When(d.ExtractShownOn is not null && extractLaw is null, Rule.ExtractNotRequired, nameof(d.ExtractShownOn));
        var notes = this with { ForbiddenTasksShownOn = d.ForbiddenTasksShownOn ?? ForbiddenTasksShownOn };
        if (d.GuardianInformedOn is { } informed)
            notes = notes with { GuardianInformedOn = informed, GuardianInformedBy = d.GuardianInformedBy?.Trim() };
        if (d.ExtractShownOn is { } shown && shown != ExtractShownOn)
            notes = notes with { ExtractShownOn = shown, ExtractNotedBy = stamp.UserId, ExtractLaw = extractLaw };
        return notes;
    }
}
