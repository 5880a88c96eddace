using EnVagUt.Core.Cases.Suggestions;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Jobs;

namespace EnVagUt.Tests.Core.Database;

/// <summary>
/// Queries that must be sound on both databases: run on SQLite, and their SQL for SQL Server read with its grammar.
/// Add a row for each query that is more than a look-up by id.
/// </summary>
internal static class ImportantQueries
{
    public static readonly IReadOnlyDictionary<string, Func<AppDb, IQueryable>> All = new Dictionary<string, Func<AppDb, IQueryable>>([.. DueReminders(), .. CaseNames()])
    {
        ["search by several words"] = db => SearchIndex.Find(db, SearchOwner.Offer, "kök deltid centrum"),
        ["last run of each job"] = db => JobRun.LastOfEach(db.JobRuns),
        ["letters that are due"] = db => db.Mail.Where(m => m.NextAttemptAt <= new DateTime(2026, 11, 23)).OrderBy(m => m.NextAttemptAt).Take(20),
        ["offers most likely for a person"] = db => SlotSuggestions.MostLikely(db, SwedishLevel.Everyday, false, new DateOnly(2026, 11, 23)).Take(100),
    };

    private static IEnumerable<KeyValuePair<string, Func<AppDb, IQueryable>>> CaseNames() => Enum.GetValues<CaseKind>().Select(k =>
        KeyValuePair.Create<string, Func<AppDb, IQueryable>>($"names of {k}", db => CaseName.Of(db, k).Where(c => c.EmployerId == Guid.Empty).OrderByDescending(c => c.From).Take(2)));

    private static IEnumerable<KeyValuePair<string, Func<AppDb, IQueryable>>> DueReminders() => ReminderCatalogue.All.Select(r =>
        KeyValuePair.Create<string, Func<AppDb, IQueryable>>($"cases of {r.Id}",
            db => r.Cases(db, new ReminderWindow(new DateOnly(2026, 11, 23), new DateOnly(2026, 8, 23), new DateOnly(2026, 12, 23), RuleSet.Shipped))));
}
