using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using Hangfire;
using Hangfire.Storage;

namespace EnVagUt.Web.Hosting;

/// <summary>
/// Hangfire as the clock. With SQL Server its tables stand in the portal's database and several servers share them; with
/// SQLite it keeps them in memory. Either way the job ledger alone decides what is run, and when it is tried again.
/// </summary>
internal sealed class HangfireEngine(IRecurringJobManager recurring, JobStorage storage) : IJobEngine
{
    public string Name => "Hangfire";

    public Task SyncAsync(IReadOnlyCollection<RecurringJob> catalogue, CancellationToken ct)
    {
        var options = new RecurringJobOptions { TimeZone = SwedishTime.Zone, MisfireHandling = MisfireHandlingMode.Relaxed };
        foreach (var job in catalogue)
            recurring.AddOrUpdate<HangfireEntry>(job.Id, e => e.RunAsync(job.Id, CancellationToken.None), job.Cron, options);
        using var connection = storage.GetConnection();
        foreach (var old in connection.GetRecurringJobs().Where(s => catalogue.All(j => j.Id != s.Id)))
            recurring.RemoveIfExists(old.Id);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyCollection<StoredSchedule>> StoredAsync(CancellationToken ct)
    {
        using var connection = storage.GetConnection();
        return Task.FromResult<IReadOnlyCollection<StoredSchedule>>(
            [.. connection.GetRecurringJobs().Select(s => new StoredSchedule(s.Id, s.Cron, s.NextExecution))]);
    }
}

/// <summary>What Hangfire stores a call to: its name and parameters may not change without emptying the queue.</summary>
public sealed class HangfireEntry(JobExecutor executor, IHostApplicationLifetime lifetime)
{
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(string jobId, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        await executor.ExecuteAsync(jobId, null, stop.Token);
    }
}

internal static class JobEngine
{
    public static void AddJobEngine(this WebApplicationBuilder builder, JobSettings settings)
    {
        var sqlServer = builder.Configuration["Database:Provider"] == "SqlServer" ? builder.Configuration.GetConnectionString("AppDb") : null;
        builder.Services.AddHangfire(c =>
        {
            c.SetDataCompatibilityLevel(CompatibilityLevel.Version_180).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (sqlServer is not null)
                c.UseSqlServerStorage(sqlServer);
            else
                c.UseInMemoryStorage();
        });
        builder.Services.AddHangfireServer(o =>
        {
            o.ServerName = $"{Environment.MachineName}-{settings.Instance}";
            // A letter on its way is awaited as long as the host allows, which Hangfire's own 15 seconds would cut short.
            o.ShutdownTimeout = TimeSpan.FromMinutes(5);
        });
        builder.Services.AddSingleton<IJobEngine, HangfireEngine>();
    }
}
