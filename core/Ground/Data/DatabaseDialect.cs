using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EnVagUt.Core.Ground.Data;

/// <summary>The few things on which the two databases differ. Each migrations project states its own.</summary>
/// <param name="Name">«Sqlite» or «SqlServer», the value of the setting Database:Provider.</param>
/// <param name="BinaryCollation">Collation that compares code by code, for folded words and sort keys.</param>
/// <param name="IsUniqueBreach">Whether a failed save met a unique index.</param>
/// <param name="IsLostRace">Whether the database itself broke off one of two writers: the command may simply be run again.</param>
/// <param name="Shape">How its tables lie, where that is its own.</param>
/// <param name="AdviceAsync">What whoever runs the portal should change about the database; null when nothing.</param>
public sealed record DatabaseDialect(
    string Name, string BinaryCollation, Func<DbUpdateException, bool> IsUniqueBreach, Func<Exception, bool> IsLostRace,
    Action<ModelBuilder> Shape, Func<DatabaseFacade, Task<string?>> AdviceAsync);
