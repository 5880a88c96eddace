using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Ground.Transitions;

/// <summary>What is known of a case when the table is asked about it.</summary>
public interface IFacts<out TStatus>
{
    TStatus Status { get; }
}

/// <summary>What must hold for an action beside the state it is taken in, and the rule that refuses it otherwise.</summary>
/// <param name="Field">The field that the refusal stands beside, when there is one.</param>
/// <param name="Words">What the rule's text names.</param>
public sealed record Condition<TFacts>(Func<TFacts, bool> Holds, Rule Otherwise, string? Field = null, Func<TFacts, string>? Words = null)
{
    internal RuleBreachException Breach(TFacts facts) => new(Otherwise, Field, Words is null ? [] : [Words(facts)]);
}

/// <param name="LeadsTo">None when the state stays; several when the facts decide.</param>
/// <param name="Who">Nobody when only the nightly job does it.</param>
public sealed record Transition<TAction, TStatus, TFacts>(
    TAction Action, TStatus[] From, TStatus[] LeadsTo, Role[] Who, params Condition<TFacts>[] Needs)
{
    /// <summary>Staff who record it for those who would do it themselves (docs/model.md, On somebody's behalf).</summary>
    public Role[] OnBehalf { get; init; } = [];
}

/// <summary>
/// Which actions a kind of case knows, one row each: pages ask it for their buttons, services for who may, the entity
/// before it changes. What it does not allow is refused.
/// </summary>
public sealed class TransitionTable<TAction, TStatus, TFacts>(params Transition<TAction, TStatus, TFacts>[] rows)
    where TAction : struct, Enum
    where TFacts : IFacts<TStatus>
{
    private readonly Dictionary<TAction, Transition<TAction, TStatus, TFacts>> _byAction = rows.ToDictionary(r => r.Action);

    public IReadOnlyList<Transition<TAction, TStatus, TFacts>> Rows => rows;

    public Transition<TAction, TStatus, TFacts> this[TAction action] => _byAction[action];

    /// <summary>What somebody with the roles can do with the case now, in the table's order.</summary>
    public IReadOnlyList<TAction> Allowed(TFacts facts, IReadOnlySet<Role> roles, bool onBehalf = false) =>
        [.. rows.Where(r => May(r, roles, onBehalf) && Breach(r, facts) is null).Select(r => r.Action)];

    public bool Allows(TAction action, TFacts facts) => Breach(this[action], facts) is null;

    public bool Allows(TAction action, TFacts facts, IReadOnlySet<Role> roles, bool onBehalf = false) => May(this[action], roles, onBehalf) && Allows(action, facts);

    /// <exception cref="RuleBreachException">Not in this state, or something else does not hold.</exception>
    public void Require(TAction action, TFacts facts)
    {
        if (Breach(this[action], facts) is { } breach)
            throw breach;
    }

    /// <exception cref="RuleBreachException">None of the roles may do it in any state.</exception>
    public void RequireRole(TAction action, IReadOnlySet<Role> roles, bool onBehalf = false) =>
        RuleBreachException.When(!roles.Overlaps(onBehalf ? this[action].OnBehalf : this[action].Who), Rule.NotForYourRole);

    private static bool May(Transition<TAction, TStatus, TFacts> row, IReadOnlySet<Role> roles, bool onBehalf) =>
        roles.Overlaps(row.Who) || onBehalf && roles.Overlaps(row.OnBehalf);

    private static RuleBreachException? Breach(Transition<TAction, TStatus, TFacts> row, TFacts facts) =>
        row.From.Contains(facts.Status) ? row.Needs.FirstOrDefault(n => !n.Holds(facts))?.Breach(facts) : new(Rule.NotAllowedInStatus);
}
