using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;

namespace EnVagUt.Core.Cases.Placements;

public sealed partial class Placement
{
    /// <summary>Ersättning begärd, one month. Also after the end: the money may still be asked for.</summary>
    internal CompensationRequest NoteCompensation(Guid decisionId, DateOnly month, DateOnly on, IReadOnlyDictionary<DateOnly, DateOnly> requested, RuleSet rules, Stamp stamp)
    {
        var decision = DecisionOf(decisionId);
        var first = CompensationMonths.FirstOf(month);
        var worked = new Period(StartedOn ?? From, EndedOn);
        var over = CompensationMonths.Until(stamp.Today, rules, new CompensatedDecision(decision.Kind, decision.Period, worked, requested));
        RuleBreachException.When(decision.AfHasDataAt is not null || over.All(m => m.Month != first), Rule.CompensationMonthOutside, "Month");
        RuleBreachException.When(requested.ContainsKey(first), Rule.CompensationAlreadyNoted, "Month");
        RuleBreachException.When(on > stamp.Today, Rule.DateInFuture, "RequestedOn");
        RuleBreachException.When(on <= CompensationMonths.LastOf(first), Rule.CompensationBeforeMonthEnd, "RequestedOn");
        Settle(stamp, "CompensationNoted", decision.Kind.ToString());
        return new CompensationRequest(decisionId, first, on, stamp);
    }

    /// <summary>Arbetsförmedlingen har uppgifterna redan: nothing has to be asked for, and the clock is off.</summary>
    internal void NoteAfHasData(Guid decisionId, bool has, Stamp stamp)
    {
        DecisionOf(decisionId).NoteAfHasData(has, stamp);
        Settle(stamp, has ? "AfHasData" : "AfLacksData");
    }

    private SupportDecision DecisionOf(Guid id)
    {
        RuleBreachException.When(VoidedAt is not null || StartedOn is null, Rule.NotAllowedInStatus);
        return _supports.Find(s => s.Id == id) ?? throw new NotFoundException("SupportDecision");
    }
}
