using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Alarms;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core;

/// <summary>All schedules, in one place.</summary>
internal static class CoreJobs
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobSettings>();
        services.AddSingleton<JobCatalogue>();
        services.AddSingleton<JobLedger>();
        services.AddSingleton<JobExecutor>();
        services.AddSingleton<JobPokes>();
        services.AddScoped<JobService>();
        services.AddScoped<LateJobs>();
        services.AddScoped<JobAlarm>();

        services.AddJob<OutboxJob>(Schedules.Outbox, "Skicka brev", "* * * * *", null);
        services.AddJob<CatchUpJob>(Schedules.CatchUp, "Ta igen missade körningar", "* * * * *", null);
        services.AddJob<RemindersJob>(Schedules.Reminders, "Påminnelser", "0 6 * * *", Schedules.Day);
        services.AddJob<RemindersJob>(Schedules.FirstDay, "Fråga om deltagaren kom", "0 10 * * *", Schedules.Day);
        services.AddJob<AnnualReportJob>(Schedules.AnnualReports, "Sammanställ årsrapporter", "30 3 2 1 *", Schedules.YearBefore);
        services.AddJob<StatusOfDayJob>(Schedules.StatusOfDay, "Avsluta platser vars tid har gått", "20 0 * * *", Schedules.Day);
        services.AddJob<ImportDraftJob>(Schedules.ImportDrafts, "Ta bort uppladdade filer som ingen läste in", "40 2 * * *", Schedules.Day);
    }
}
