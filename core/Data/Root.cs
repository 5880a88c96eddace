using EnVagUt.Core.History;
using EnVagUt.Core.Rules;

namespace EnVagUt.Core.Data;

/// <summary>
/// An entity with verbs. A verb is guards, then changes, then one call to <see cref="Changed"/>, the only funnel:
/// it renews the version and leaves the history that <see cref="AppDb"/> writes in the same save.
/// </summary>
public abstract class Root : Entity
{
    private readonly List<HistoryEntry> _history = [];

    /// <summary>Posted back by edit forms; a form filled in against an older version is refused (decisions 6).</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public DateTime ChangedAt { get; private set; }

    /// <param name="verb">English verb, a code: «Published».</param>
    /// <param name="codes">Field names and coded values, never free text, names or numbers (decisions 18).</param>
    protected void Changed(Stamp stamp, string verb, params ReadOnlySpan<string> codes)
    {
        Version = Guid.CreateVersion7();
        ChangedAt = stamp.At;
        _history.Add(new HistoryEntry(GetType().Name, Id, verb, string.Join(' ', codes!), stamp));
    }

    /// <exception cref="RuleBreachException">Somebody saved the row after the form was fetched.</exception>
    public void EnsureVersion(Guid posted) =>
        RuleBreachException.When(posted != Version, Rule.ChangedByAnother);

    internal IReadOnlyList<HistoryEntry> TakeHistory()
    {
        var taken = _history.ToList();
        _history.Clear();
        return taken;
    }
}
