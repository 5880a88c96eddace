using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Core.Jobs;

/// <summary>A daily job at 06:00 whose work the test chooses, on one server or several over the same database.</summary>
internal sealed class JobTest : IAsyncDisposable
{
    public const string JobId = "prov";
    private readonly CoreTest _test;

    private JobTest(CoreTest test, Work work) => (_test, Work) = (test, work);

    public Work Work { get; }
    public FakeClock Clock => _test.Clock;
    public CoreTest Core => _test;

    public static async Task<JobTest> StartAsync(bool inFile = false)
    {
        var work = new Work();
        void Services(IServiceCollection s)
        {
            s.AddSingleton(work);
            s.AddJob<WorkJob>(JobId, "Prov", "0 6 * * *", Schedules.Day);
            s.AddJob<WorkJob>("ofta", "Ofta", "* * * * *", null);
        }
        return new JobTest(inFile ? await CoreTest.StartInFileAsync(Services) : await CoreTest.StartAsync(Services), work);
    }

    public RecurringJob Job => _test.Get<JobCatalogue>().Find(JobId)!;
    public JobExecutor Executor => _test.Get<JobExecutor>();

    /// <summary>As when the portal starts on an hour of a day.</summary>
    public async Task StartUpAsync(DateOnly day, TimeOnly hour)
    {
        Clock.SetStockholm(day, hour);
        await _test.Get<JobLedger>().EnsureKnownAsync(Job, CancellationToken.None);
        await Executor.ExecuteAsync(Schedules.CatchUp, null, CancellationToken.None);
    }

    public Task FireAsync(CancellationToken ct = default) => Executor.ExecuteAsync(JobId, null, ct);

    public async Task<List<JobRun>> RunsAsync()
    {
        await using var db = _test.Database.Open();
        return await db.JobRuns.AsNoTracking().Where(r => r.JobId == JobId && r.State != JobState.Skipped).OrderBy(r => r.DueAt).ToListAsync();
    }

    public ValueTask DisposeAsync() => _test.DisposeAsync();
}

internal sealed class Work
{
    public List<JobContext> Seen { get; } = [];
    public Func<JobContext, AppDb, CancellationToken, Task> Do { get; set; } = (_, _, _) => Task.CompletedTask;
}

internal sealed class WorkJob(Work work, AppDb db) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        lock (work.Seen)
            work.Seen.Add(context);
        await work.Do(context, db, ct);
        return "3 gjorda";
    }
}
