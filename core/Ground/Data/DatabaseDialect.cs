using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EnVagUt.Core.Ground.Data;

/// <summary>The few things on which the two databases differ. Each migrations project states its own.</summary>
/// <param name="Name">«Sqlite» or «SqlServer», the value of the setting Database:Provider.</param>
/// <param name="BinaryCollation">Collation that compares code by code, for folded words and sort keys.</param>
/// <param name="UniqueBreach">Whether this very exception is the database's refusal of a second row.</param>
/// <param name="LostRace">Whether this very exception is the database breaking off one of two writers.</param>
/// <param name="Shape">How its tables lie, where that is its own.</param>
/// <param name="AdviceAsync">What whoever runs the portal should change about the database; null when nothing.</param>
public sealed record DatabaseDialect(
    string Name, string BinaryCollation, Func<Exception, bool> UniqueBreach, Func<Exception, bool> LostRace,
    Action<ModelBuilder> Shape, Func<DatabaseFacade, Task<string?>> AdviceAsync)
{
    /// <summary>Whether a failed save met a unique index.</summary>
    public bool IsUniqueBreach(Exception e) => Chain(e).Any(UniqueBreach);

    /// <summary>Whether the database itself broke off one of two writers: the command may simply be run again.</summary>
    public bool IsLostRace(Exception e) => Chain(e).Any(LostRace);

    // However deep it lies: EF wraps a deadlock once for the save and once more in its execution strategy.
    private static IEnumerable<Exception> Chain(Exception e)
    {
        yield return e;
        var inner = e is AggregateException many ? many.InnerExceptions : e.InnerException is { } one ? [one] : (IReadOnlyCollection<Exception>)[];
        foreach (var found in inner.SelectMany(Chain))
            yield return found;
    }
}
