using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Common;

public static class Verbs
{
    /// <summary>
    /// What was done, in the order it was saved. Ids do not tell: two of the same millisecond have no order, and the clock of a
    /// test may stand still; SQLite's rowid does, between saves (not within one).
    /// </summary>
    public static async Task<List<string>> VerbsAsync(this AppDb db, Func<HistoryEntry, bool> which)
    {
        var written = await db.History.FromSqlRaw("SELECT * FROM History ORDER BY rowid").IgnoreQueryFilters().AsNoTracking().ToListAsync();
        return [.. written.Where(which).Select(h => h.Verb)];
    }
}
