
namespace EnVagUt.Core.Post.Jobs;

/// <summary>One row of the catalogue: what runs and when. Five-field cron, read in Europe/Stockholm.</summary>
/// <param name="Id">Stable code, «paminnelser».</param>
/// <param name="Label">What the administrator reads.</param>
/// <param name="Cron">Five fields; never both day of month and day of week.</param>
/// <param name="Handler">An <see cref="IJobHandler"/>; made in a scope of its own for each run.</param>
/// <param name="Period">The business period of a scheduled Stockholm time; null for a job that keeps no ledger (the outbox).</param>
public sealed record RecurringJob(string Id, string Label, string Cron, Type Handler, Func<DateTime, string>? Period)
{
    public CronSchedule Schedule { get; } = CronSchedule.Parse(Cron);

    /// <summary>Not done so long after its time, the administrators are told. Every job here tries again four times within it.</summary>
    public TimeSpan AlarmAfter { get; init; } = TimeSpan.FromHours(3);
}

/// <param name="Period">The period that is due, or of the day on which the run was asked for by hand; empty for a job without ledger.</param>
/// <param name="Due">The Stockholm day that the period belongs to; a run recovered after midnight keeps the day it was due.</param>
/// <param name="Argument">Given with a run by hand.</param>
public sealed record JobContext(string JobId, string Period, DateOnly Due, string? Argument);

public interface IJobHandler
{
    /// <summary>
    /// May be run again for the same period after a crash: what was done must show in the database, and be asked there.
    /// </summary>
    /// <returns>What was done, in counts, for the administrator's page: «14 påminnelser».</returns>
    Task<string> RunAsync(JobContext context, CancellationToken ct);
}
