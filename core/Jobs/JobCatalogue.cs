using System.Globalization;
using EnVagUt.Core.Import;
using EnVagUt.Core.Mail;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Reminders;
using EnVagUt.Core.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Jobs;

/// <summary>Everything that runs by itself.</summary>
public sealed class JobCatalogue(IEnumerable<RecurringJob> jobs)
{
    private readonly Dictionary<string, RecurringJob> _jobs = jobs.ToDictionary(j => j.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<RecurringJob> All => _jobs.Values;
    public RecurringJob? Find(string id) => _jobs.GetValueOrDefault(id);
}

/// <summary>All schedules, in one place.</summary>
public static class Schedules
{
    public const string Outbox = "utskick";
    public const string CatchUp = "ikapp";
    public const string Reminders = "paminnelser";
    public const string FirstDay = "forsta-dagen";
    public const string AnnualReports = "arsrapport";
    public const string StatusOfDay = "lagen";
    public const string ImportDrafts = "importutkast";

    internal static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobSettings>();
        services.AddSingleton<JobCatalogue>();
        services.AddSingleton<JobLedger>();
        services.AddSingleton<JobExecutor>();
        services.AddSingleton<JobPokes>();
        services.AddScoped<JobService>();
        services.AddScoped<LateJobs>();
        services.AddScoped<JobAlarm>();

        services.AddJob<OutboxJob>(Outbox, "Skicka brev", "* * * * *", null);
        services.AddJob<CatchUpJob>(CatchUp, "Ta igen missade körningar", "* * * * *", null);
        services.AddJob<RemindersJob>(Reminders, "Påminnelser", "0 6 * * *", Day);
        services.AddJob<RemindersJob>(FirstDay, "Fråga om deltagaren kom", "0 10 * * *", Day);
        services.AddJob<AnnualReportJob>(AnnualReports, "Sammanställ årsrapporter", "30 3 2 1 *", YearBefore);
        services.AddJob<StatusOfDayJob>(StatusOfDay, "Avsluta platser vars tid har gått", "20 0 * * *", Day);
        services.AddJob<ImportDraftJob>(ImportDrafts, "Ta bort uppladdade filer som ingen läste in", "40 2 * * *", Day);
    }

    /// <param name="period">The business period of a scheduled Stockholm time; null for a job without ledger.</param>
    public static void AddJob<THandler>(this IServiceCollection services, string id, string label, string cron, Func<DateTime, string>? period)
        where THandler : IJobHandler =>
        services.AddSingleton(new RecurringJob(id, label, cron, typeof(THandler), period));

    public static string Day(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The year that has ended when a job of January runs.</summary>
    public static string YearBefore(DateTime local) => (local.Year - 1).ToString("0000", CultureInfo.InvariantCulture);
}
