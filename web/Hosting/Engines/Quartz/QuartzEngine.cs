using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using Quartz;

namespace EnVagUt.Web.Hosting;

/// <summary>
/// Quartz as the clock. With SQL Server its tables stand in the portal's database and several servers share them; SQLite
/// cannot be shared like that, so there each process keeps a file of its own. Either way the job ledger alone decides
/// what is run.
/// </summary>
internal sealed class QuartzEngine(ISchedulerFactory factory) : IJobEngine
{
    private const string Cron = "cron";

    public string Name => "Quartz";

    public async Task SyncAsync(IReadOnlyCollection<RecurringJob> catalogue, CancellationToken ct)
    {
        var scheduler = await factory.GetScheduler(ct);
        foreach (var job in catalogue)
            await SyncAsync(scheduler, job, ct);
        var stored = await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All }, ct);
        foreach (var old in stored.Items.Where(s => catalogue.All(j => j.Id != s.Key.Name)))
            await scheduler.DeleteJob(old.Key, ct);
    }

    public async Task<IReadOnlyCollection<StoredSchedule>> StoredAsync(CancellationToken ct)
    {
        var scheduler = await factory.GetScheduler(ct);
        var stored = new List<StoredSchedule>();
        foreach (var job in (await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All }, ct)).Items)
            if (await scheduler.GetTrigger(new TriggerKey(job.Key.Name), ct) is { } trigger)
                stored.Add(new(job.Key.Name, trigger.JobDataMap.GetString(Cron) ?? "", trigger.NextFireTimeUtc?.UtcDateTime));
        return stored;
    }

    private static async Task SyncAsync(IScheduler scheduler, RecurringJob job, CancellationToken ct)
    {
        await scheduler.AddJob(JobBuilder.Create<QuartzEntry>().WithIdentity(job.Id).StoreDurably().Build(), AddJobOptions.Replacing, ct);
        var key = new TriggerKey(job.Id);
        var wanted = TriggerBuilder.Create().WithIdentity(key).ForJob(job.Id).UsingJobData(Cron, job.Cron)
            .WithSchedule(CronScheduleBuilder.Create(job.Cron, CronFormat.Unix)
                .InTimeZone(SwedishTime.Zone)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        var stored = await scheduler.GetTrigger(key, ct);
        if (stored is null)
            await scheduler.ScheduleJob(wanted, default, ct);
        else if (stored.JobDataMap.GetString(Cron) != job.Cron)
            await scheduler.RescheduleJob(key, wanted, ct);
    }
}

internal sealed class QuartzEntry(JobExecutor executor, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await executor.ExecuteAsync(context.JobDetail.Key.Name, context.ScheduledFireTimeUtc?.UtcDateTime, stop.Token);
    }
}

internal static class JobEngine
{
    public static void AddJobEngine(this WebApplicationBuilder builder, JobSettings settings)
    {
        var sqlServer = builder.Configuration["Database:Provider"] == "SqlServer" ? builder.Configuration.GetConnectionString("AppDb") : null;
        builder.Services.AddQuartz(q =>
        {
            q.ConfigureScheduler(o => o.InstanceName = "envagut");
            q.UsePersistentStore(store =>
            {
                if (sqlServer is not null)
                {
                    store.UseSqlServer(sqlServer);
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite($"Data Source={Path.Combine(builder.Configuration.DataFolder(), $"quartz-{settings.Instance}.db")}");
                }
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            });
            q.AddJobType<QuartzEntry>();
        });
        builder.Services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        builder.Services.AddSingleton<IJobEngine, QuartzEngine>();
    }
}
