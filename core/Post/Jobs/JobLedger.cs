using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EnVagUt.Core.Post.Jobs;

/// <summary>
/// The run rows. Every call has a scope of its own, so that what a failed handler left half done in its context is never
/// saved with them.
/// </summary>
public sealed class JobLedger(IServiceScopeFactory scopes, TimeProvider clock, IOptions<JobSettings> settings)
{
    /// <summary>Longer ago than this many periods is not caught up.</summary>
    public const int FarthestPeriods = 60;

    private const int MaxError = 1000;

    private static readonly TimeSpan[] Delays =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private TimeSpan Lease => settings.Value.Lease;

    /// <summary>Begins the ledger of a job that this installation has not met before.</summary>
    public Task EnsureKnownAsync(RecurringJob job, CancellationToken ct) => InScopeAsync(async db =>
    {
        var last = job.Schedule.Backwards(clock.UtcNow()).FirstOrDefault();
        if (last == default || await db.JobRuns.AnyAsync(r => r.JobId == job.Id && !r.IsByHand, ct))
            return true;
        db.JobRuns.Add(JobRun.BeforeKnown(job.Id, job.Period!(last.ToStockholm()), last));
        return await db.SaveUnlessTakenAsync(ct);
    });

    /// <summary>
    /// What may be started now, oldest first: every due period without a Done row, and what was asked for by hand.
    /// Rows that are not yet saved are periods that nobody has begun.
    /// </summary>
    /// <param name="upTo">The firing's scheduled time, or now, whichever is later.</param>
    public Task<List<JobRun>> DueAsync(RecurringJob job, DateTime upTo, CancellationToken ct) => InScopeAsync(async db =>
    {
        var occurrences = job.Schedule.Backwards(upTo).Take(FarthestPeriods).Reverse()
            .Select(at => new JobRun(job.Id, job.Period!(at.ToStockholm()), at))
            .DistinctBy(r => r.Period).ToList();
        var periods = occurrences.Select(r => r.Period).ToList();
        var rows = await db.JobRuns.AsNoTracking()
            .Where(r => r.JobId == job.Id && (periods.Contains(r.Period) || (r.IsByHand && r.State != JobState.Done && r.State != JobState.Failed)))
            .ToListAsync(ct);
        var known = await db.JobRuns.Where(r => r.JobId == job.Id && !r.IsByHand).MinAsync(r => (DateTime?)r.DueAt, ct)
            ?? occurrences.LastOrDefault()?.DueAt;
        return occurrences
            .Where(o => o.DueAt >= known && rows.All(r => r.Period != o.Period))
            .Concat(rows.Where(r => r.MayStart(clock.UtcNow())))
            .OrderBy(r => r.DueAt)
            .ToList();
    });

    /// <returns>False when another server, or another thread, was first.</returns>
    public Task<bool> ClaimAsync(JobRun run, CancellationToken ct) => InScopeAsync(async db =>
    {
        var (state, attempts, now) = (run.State, run.Attempts, clock.UtcNow());
        run.Start(now, Lease);
        if (attempts == 0 && !run.IsByHand)
        {
            db.JobRuns.Add(run);
            return await db.SaveUnlessTakenAsync(ct);
        }
        return 1 == await db.JobRuns
            .Where(r => r.Id == run.Id && r.State == state && r.Attempts == attempts)
            .ExecuteUpdateAsync(s => s
                .SetProperty(r => r.State, JobState.Running)
                .SetProperty(r => r.Attempts, run.Attempts)
                .SetProperty(r => r.StartedAt, now)
                .SetProperty(r => r.LeaseUntil, run.LeaseUntil)
                .SetProperty(r => r.FinishedAt, (DateTime?)null)
                .SetProperty(r => r.Error, (string?)null), ct);
    });

    /// <returns>False when the lease was lost: somebody else runs it now.</returns>
    public Task<bool> RenewAsync(JobRun run, CancellationToken ct) => InScopeAsync(async db =>
    {
        var until = clock.UtcNow() + Lease;
        return 1 == await Mine(db, run).ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, until), ct);
    });

    public Task DoneAsync(JobRun run, string result) => FinishAsync(run, JobState.Done, Cut(result, 200), null, clock.UtcNow());

    public Task FailedAsync(JobRun run, Exception e) => FinishAsync(run, JobState.Failed, null,
        Cut($"{e.GetType().Name}: {MailErrors.WithoutAddresses(e.Message)}", MaxError),
        clock.UtcNow() + Delays[Math.Min(run.Attempts - 1, Delays.Length - 1)]);

    /// <summary>The server stops: whoever comes first takes the run over, without waiting for the lease.</summary>
    public Task GiveUpAsync(JobRun run) => FinishAsync(run, JobState.Queued, null, null, clock.UtcNow());

    private Task<int> FinishAsync(JobRun run, JobState state, string? result, string? error, DateTime nextAttempt) => InScopeAsync(async db =>
    {
        DateTime? finished = state == JobState.Queued ? null : clock.UtcNow();
        return await Mine(db, run).ExecuteUpdateAsync(s => s
            .SetProperty(r => r.State, state)
            .SetProperty(r => r.Result, result)
            .SetProperty(r => r.Error, error)
            .SetProperty(r => r.NextAttemptAt, nextAttempt)
            .SetProperty(r => r.LeaseUntil, (DateTime?)null)
            .SetProperty(r => r.FinishedAt, finished));
    });

    private static IQueryable<JobRun> Mine(AppDb db, JobRun run) =>
        db.JobRuns.Where(r => r.Id == run.Id && r.State == JobState.Running && r.Attempts == run.Attempts);

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private async Task<T> InScopeAsync<T>(Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
