using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Common;

public static class Verbs
{
    /// <summary>
    /// What was done, in the order it was done.
    /// </summary>
    public static async Task<List<string>> VerbsAsync(this AppDb db, Func<HistoryEntry, bool> which)
    {
        var written = await db.History.OrderBy(h => h.Seq).AsNoTracking().ToListAsync();
        return [.. written.Where(which).Select(h => h.Verb)];
    }
}
