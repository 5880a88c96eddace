using System.Globalization;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Ground.Entities;

/// <summary>
/// An entity with verbs. A verb is guards, then changes, then one call to <see cref="Changed"/>, the only funnel:
/// it renews the version and leaves the history that <see cref="AppDb"/> writes in the same save.
/// </summary>
public abstract class Root : Entity
{
    private readonly List<HistoryEntry> _history = [];
    private readonly List<IndicatorFact> _facts = [];

    /// <summary>Posted back by edit forms; a form filled in against an older version is refused (docs/model.md, Races).</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public DateTime ChangedAt { get; private set; }

    /// <param name="verb">English verb, a code: «Published».</param>
    /// <param name="codes">Field names and coded values, never free text, names or numbers (docs/model.md, History).</param>
    protected void Changed(Stamp stamp, string verb, params ReadOnlySpan<string> codes)
    {
        Version = Guid.CreateVersion7();
        ChangedAt = stamp.At;
        _history.Add(new HistoryEntry(GetType().Name, Id, verb, string.Join(' ', codes!), stamp));
    }

    /// <summary>Appends a fact that indicators use; what it replaces stays (docs/model.md, Facts for figures).</summary>
    protected void Fact(Stamp stamp, FactKind kind, DateOnly effective, object? value) =>
        _facts.Add(new IndicatorFact(Id, kind, effective, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", stamp));

    /// <exception cref="RuleBreachException">Somebody saved the row after the form was fetched.</exception>
    public void EnsureVersion(Guid posted) =>
        RuleBreachException.When(posted != Version, Rule.ChangedByAnother);

    internal (IReadOnlyList<HistoryEntry> History, IReadOnlyList<IndicatorFact> Facts) TakePending()
    {
        var pending = (_history.ToList(), _facts.ToList());
        _history.Clear();
        _facts.Clear();
        return pending;
    }
}
