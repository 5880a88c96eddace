using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using Hangfire;
using Hangfire.Server;
using Hangfire.Storage;
using RecurringJob = EnVagUt.Core.Post.Jobs.RecurringJob;

namespace EnVagUt.Web.Hosting;

/// <param name="Next">UTC; null when it will not fire again.</param>
public sealed record StoredSchedule(string JobId, string Cron, DateTime? Next);

/// <summary>Hangfire's schedules: made equal to the catalogue when the portal starts.</summary>
public sealed class JobClock(IRecurringJobManager recurring, JobStorage storage, JobCatalogue catalogue) : IHostedService
{
    private static readonly RecurringJobOptions Options = new() { TimeZone = SwedishTime.Zone, MisfireHandling = MisfireHandlingMode.Relaxed };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Sync(catalogue.All);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leaves the schedules that are right already alone.</summary>
    public void Sync(IReadOnlyCollection<RecurringJob> wanted)
    {
        foreach (var job in wanted)
            recurring.AddOrUpdate<JobEntry>(job.Id, e => e.RunAsync(job.Id, null!, CancellationToken.None), job.Cron, Options);
        foreach (var old in Stored().Where(s => wanted.All(j => j.Id != s.JobId)))
            recurring.RemoveIfExists(old.JobId);
    }

    /// <summary>What Hangfire will fire, for the administrator's page.</summary>
    public IReadOnlyCollection<StoredSchedule> Stored()
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().Select(s => new StoredSchedule(s.Id, s.Cron, s.NextExecution))];
    }
}

/// <summary>What Hangfire stores a call to: its name and parameters may not change without emptying the queue.</summary>
public sealed class JobEntry(JobExecutor executor, IHostApplicationLifetime lifetime)
{
    // Tried again by the ledger, which knows what has been done.
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(string jobId, PerformContext context, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        await executor.ExecuteAsync(jobId, AskedAt(context), stop.Token);
    }

    // Another server, whose clock may be ahead, can have fired it.
    private static DateTime? AskedAt(PerformContext context) => DateTime.SpecifyKind(context.BackgroundJob.CreatedAt, DateTimeKind.Utc);
}
