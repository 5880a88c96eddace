using System.Collections.Concurrent;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EnVagUt.Core.Post.Jobs;

/// <summary>How a job without ledger went the last time it ran in this process.</summary>
public sealed record UnbookedRun(DateTime StartedAt, DateTime FinishedAt, string? Result, string? Error);

/// <summary>
/// The only thing the engine calls. A firing means «look what is due»: the periods come from the schedule and the ledger,
/// so a firing that came late, twice, or not at all changes nothing but the hour. Never throws because of a job: the
/// ledger, not the engine, says when a failed run is tried again.
/// </summary>
public sealed class JobExecutor(
    JobCatalogue catalogue, JobLedger ledger, IServiceScopeFactory scopes, TimeProvider clock, IOptions<JobSettings> settings,
    ILogger<JobExecutor> log)
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UnbookedRun> _unbooked = new(StringComparer.Ordinal);

    public UnbookedRun? LastUnbooked(string jobId) => _unbooked.GetValueOrDefault(jobId);

    /// <param name="scheduledAt">UTC time at which the engine asked for it, by the clock of the server that did; null for a poke.</param>
    /// <param name="ct">Cancelled when the server stops: the run finishes or gives up its lease.</param>
    public async Task ExecuteAsync(string jobId, DateTime? scheduledAt, CancellationToken ct)
    {
        if (catalogue.Find(jobId) is not { } job)
        {
            log.LogWarning("Unknown job {Job} was called; it is left alone", jobId);
            return;
        }
        try
        {
            if (job.Period is null)
                await RunUnbookedAsync(job, ct);
            else
                await RunDueAsync(job, scheduledAt > clock.UtcNow() ? scheduledAt.Value : clock.UtcNow(), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
        catch (Exception e)
        {
            log.LogError(e, "The ledger of job {Job} could not be read or written; the next firing tries again", jobId);
        }
    }

    private async Task RunDueAsync(RecurringJob job, DateTime upTo, CancellationToken ct)
    {
        foreach (var run in await ledger.DueAsync(job, upTo, ct))
            if (!ct.IsCancellationRequested && await ledger.ClaimAsync(run, ct))
                await RunAsync(job, run, ct);
    }

    private async Task RunAsync(RecurringJob job, JobRun run, CancellationToken ct)
    {
        var due = run.DueAt.ToStockholm();
        var context = new JobContext(job.Id, job.Period!(due), DateOnly.FromDateTime(due), run.Argument);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var finished = new CancellationTokenSource();
        var renewal = RenewAsync(run, lost, finished.Token);
        string? result = null;
        Exception? failure = null;
        try
        {
            result = await HandleAsync(job, context, lost.Token);
        }
        catch (Exception e)
        {
            failure = e;
        }
        await finished.CancelAsync();
        await renewal;

        if (result is not null)
        {
            await ledger.DoneAsync(run, result);
            log.LogInformation("Job {Job} for {Period} is done: {Result}", job.Id, run.Period, result);
        }
        else if (failure is OperationCanceledException && lost.IsCancellationRequested)
        {
            await ledger.GiveUpAsync(run);
            log.LogInformation("Job {Job} for {Period} was given up and is taken over by whoever comes first", job.Id, run.Period);
        }
        else
        {
            await ledger.FailedAsync(run, failure!);
            log.LogError(failure, "Job {Job} for {Period} failed, attempt {Attempt}", job.Id, run.Period, run.Attempts);
        }
    }

    private async Task<string> HandleAsync(RecurringJob job, JobContext context, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        var handler = (IJobHandler)ActivatorUtilities.CreateInstance(scope.ServiceProvider, job.Handler);
        return await handler.RunAsync(context, ct);
    }

    private async Task RenewAsync(JobRun run, CancellationTokenSource lost, CancellationToken finished)
    {
        while (!finished.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(settings.Value.Lease / 3, clock, finished);
                if (await ledger.RenewAsync(run, finished))
                    continue;
                log.LogWarning("Job {Job} for {Period} lost its lease", run.JobId, run.Period);
                await lost.CancelAsync();
                return;
            }
            catch (OperationCanceledException) { }
            catch (Exception e)
            {
                log.LogWarning(e, "The lease of job {Job} could not be renewed; tried again soon", run.JobId);
            }
        }
    }

    // One at a time in a process; whoever comes meanwhile is served by one more round of the one who runs.
    private async Task RunUnbookedAsync(RecurringJob job, CancellationToken ct)
    {
        var gate = _gates.GetOrAdd(job.Id, _ => new Gate());
        if (Interlocked.Increment(ref gate.Wanted) > 1)
            return;
        int served;
        do
        {
            served = Volatile.Read(ref gate.Wanted);
            var started = clock.UtcNow();
            try
            {
                var result = await HandleAsync(job, new JobContext(job.Id, "", clock.Today(), null), ct);
                _unbooked[job.Id] = new UnbookedRun(started, clock.UtcNow(), result, null);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                _unbooked[job.Id] = new UnbookedRun(started, clock.UtcNow(), null, e.GetType().Name);
                log.LogError(e, "Job {Job} failed; the next firing tries again", job.Id);
            }
            catch (Exception)
            {
                Volatile.Write(ref gate.Wanted, 0);
                throw;
            }
        }
        while (Interlocked.Add(ref gate.Wanted, -served) > 0);
    }

    private sealed class Gate
    {
        public int Wanted;
    }
}
