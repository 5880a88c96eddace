using EnVagUt.Core.Data;
using EnVagUt.Core.Jobs;
using EnVagUt.Core.Offers;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Reminders;

namespace EnVagUt.Tests.Core.Database;

/// <summary>
/// Queries that must be sound on both databases: run on SQLite, and their SQL for SQL Server read with its grammar.
/// Add a row for each query that is more than a look-up by id.
/// </summary>
internal static class ImportantQueries
{
    public static readonly IReadOnlyDictionary<string, Func<AppDb, IQueryable>> All = new Dictionary<string, Func<AppDb, IQueryable>>(DueReminders())
    {
        ["search by several words"] = db => SearchIndex.Find(db, SearchOwner.Offer, "kök deltid centrum"),
        ["last run of each job"] = db => JobRun.LastOfEach(db.JobRuns),
        ["letters that are due"] = db => db.Mail.Where(m => m.NextAttemptAt <= new DateTime(2026, 11, 23)).OrderBy(m => m.NextAttemptAt).Take(20),
        ["offers most likely for a person"] = db => SlotSuggestions.MostLikely(db, SwedishLevel.Everyday, false, new DateOnly(2026, 11, 23)).Take(100),
    };

    // Only the types are asked for: each reminder is declared once, in core.
    private static IEnumerable<KeyValuePair<string, Func<AppDb, IQueryable>>> DueReminders() =>
        from type in typeof(Reminder).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Reminder))
        let reminder = (Reminder)Activator.CreateInstance(type)!
        from step in reminder.Steps
        select KeyValuePair.Create<string, Func<AppDb, IQueryable>>($"due: {reminder.Id} {step.Code}",
            db => RemindersJob.Due(db, reminder, step, new DateOnly(2026, 11, 23)));
}
