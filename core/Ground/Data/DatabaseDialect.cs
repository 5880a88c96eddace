using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Ground.Data;

/// <summary>The few things on which the two databases differ. Each migrations project states its own.</summary>
/// <param name="Name">«Sqlite» or «SqlServer», the value of the setting Database:Provider.</param>
/// <param name="BinaryCollation">Collation that compares code by code, for folded words and sort keys.</param>
/// <param name="IsUniqueBreach">Whether a failed save met a unique index.</param>
/// <param name="IsLostRace">Whether the database itself broke off one of two writers: the command may simply be run again.</param>
public sealed record DatabaseDialect(
    string Name, string BinaryCollation, Func<DbUpdateException, bool> IsUniqueBreach, Func<Exception, bool> IsLostRace);
