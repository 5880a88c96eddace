using System.Globalization;
using EnVagUt.Core.Ground.Time;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Core.Post.Jobs;

/// <summary>The names of what runs by itself, and the periods of its runs. When each runs: CoreJobs.cs.</summary>
public static class Schedules
{
    public const string Outbox = "utskick";
    public const string CatchUp = "ikapp";
    public const string Reminders = "paminnelser";
    public const string FirstDay = "forsta-dagen";
    public const string AnnualReports = "arsrapport";
    public const string StatusOfDay = "lagen";
    public const string ImportDrafts = "importutkast";

    /// <param name="period">The business period of a scheduled Stockholm time; null for a job without ledger.</param>
    public static void AddJob<THandler>(this IServiceCollection services, string id, string label, string cron, Func<DateTime, string>? period)
        where THandler : IJobHandler =>
        services.AddSingleton(new RecurringJob(id, label, cron, typeof(THandler), period));

    public static string Day(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A run's period as it is read: «23 november 2026», or the year.</summary>
    public static string Told(string period) =>
        DateOnly.TryParseExact(period, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Written() : period;

    /// <summary>The year that has ended when a job of January runs.</summary>
    public static string YearBefore(DateTime local) => (local.Year - 1).ToString("0000", CultureInfo.InvariantCulture);
}
