using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>How the placement came to its end: ended and what followed, ended before its start, or registered by mistake.</summary>
public sealed record Ending
{
    internal static readonly Ending None = new();

    public DateOnly? EndedOn { get; private init; }
    public ExitReason? ExitReason { get; private init; }
    public InterruptedBy? InterruptedBy { get; private init; }
    public Outcome? Outcome { get; private init; }
    public DateOnly? OutcomeOn { get; private init; }
    public NotHeldReason? NotHeldBecause { get; private init; }
    public DateTime? NotHeldAt { get; private init; }
    public DateTime? VoidedAt { get; private init; }

    internal Ending On(DateOnly on, ExitReason reason, InterruptedBy by, DateOnly? startedOn, Stamp stamp)
    {
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, "On");
        RuleBreachException.When(on < startedOn, Rule.EndBeforeStart, "On");
        return this with { EndedOn = on, ExitReason = reason, InterruptedBy = by };
    }

    internal Ending With(Outcome outcome, DateOnly on, Stamp stamp)
    {
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, "On");
        RuleBreachException.When(on < EndedOn, Rule.EarlierEventAfterLater, "On");
        return this with { Outcome = outcome, OutcomeOn = on };
    }

    internal Ending NotHeld(NotHeldReason reason, Stamp stamp) => this with { NotHeldBecause = reason, NotHeldAt = stamp.At };

    internal Ending Voided(Stamp stamp) => this with { VoidedAt = stamp.At };
}
