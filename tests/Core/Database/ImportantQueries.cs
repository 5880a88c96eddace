using EnVagUt.Core.Data;

namespace EnVagUt.Tests.Core.Database;

/// <summary>
/// Queries that must be sound on both databases: run on SQLite, and their SQL for SQL Server read with its grammar.
/// Add a row for each query that is more than a look-up by id.
/// </summary>
internal static class ImportantQueries
{
    public static readonly IReadOnlyDictionary<string, Func<AppDb, IQueryable>> All = new Dictionary<string, Func<AppDb, IQueryable>>
    {
        ["search by several words"] = db => SearchIndex.Find(db, SearchOwner.Offer, "kök deltid centrum"),
        ["letters that are due"] = db => db.Mail.Where(m => m.NextAttemptAt <= new DateTime(2026, 11, 23)).OrderBy(m => m.NextAttemptAt).Take(20),
    };
}
