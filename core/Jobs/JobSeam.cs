namespace EnVagUt.Core.Jobs;

/// <summary>One row of the catalogue: what runs and when. Five-field cron, read in Europe/Stockholm by every engine.</summary>
/// <param name="Id">Stable code, «paminnelser».</param>
/// <param name="Label">What the administrator reads.</param>
/// <param name="Cron">Five fields; never day of month and day of week at once.</param>
/// <param name="Period">The business period of a scheduled Stockholm time; null for a job that keeps no ledger (the outbox).</param>
public sealed record RecurringJob(string Id, string Label, string Cron, Type Handler, Func<DateTime, string>? Period);

/// <param name="Period">The period that is due; null for a job without ledger.</param>
/// <param name="Due">The Stockholm day that the period belongs to; a run recovered after midnight keeps the day it was due.</param>
public sealed record JobContext(string JobId, string? Period, DateOnly Due, string? Argument);

public interface IJobHandler
{
    /// <returns>What was done, in counts, for the administrator's page.</returns>
    Task<string> RunAsync(JobContext context, CancellationToken ct);
}

/// <param name="ScheduledAt">UTC time at which the engine should have fired; null when run by hand.</param>
public sealed record JobCall(string JobId, string? Argument, DateTime? ScheduledAt, bool Recovering = false);

/// <summary>All that core asks of an engine; two implementations, chosen when the portal is built (docs/beslut/0003).</summary>
public interface IJobEngine
{
    string Name { get; }

    /// <summary>Makes the stored schedules equal to the catalogue.</summary>
    Task SyncAsync(IReadOnlyCollection<RecurringJob> catalogue, CancellationToken ct);

    /// <summary>Runs once, soon. A poke: what must happen is already a row.</summary>
    Task EnqueueAsync(string jobId, string? argument, CancellationToken ct);
}
