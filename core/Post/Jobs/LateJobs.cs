using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Post.Jobs;

/// <param name="DueAt">When the run should have begun, UTC.</param>
public sealed record LateJob(RecurringJob Job, string Period, DateTime DueAt);

/// <summary>Which periodic jobs have not done their latest period in time.</summary>
public sealed class LateJobs(AppDb db, JobCatalogue catalogue, TimeProvider clock)
{
    public async Task<IReadOnlyList<LateJob>> ReadAsync(CancellationToken ct)
    {
        var due = catalogue.All.Where(j => j.Period is not null).Select(LatestOf).OfType<LateJob>().ToList();
        var (ids, periods) = (due.Select(d => d.Job.Id).ToList(), due.Select(d => d.Period).Distinct().ToList());
        var done = await db.JobRuns.AsNoTracking()
            .Where(r => ids.Contains(r.JobId) && periods.Contains(r.Period) && (r.State == JobState.Done || r.State == JobState.Skipped))
            .Select(r => new { r.JobId, r.Period }).ToListAsync(ct);
        // What lay before the job was known to this installation is not late.
        var known = await db.JobRuns.Where(r => ids.Contains(r.JobId) && !r.IsByHand)
            .GroupBy(r => r.JobId).Select(g => new { g.Key, Since = g.Min(r => r.DueAt) }).ToDictionaryAsync(g => g.Key, g => g.Since, ct);
        return [.. due.Where(d => known.TryGetValue(d.Job.Id, out var since) && since <= d.DueAt
            && !done.Any(r => r.JobId == d.Job.Id && r.Period == d.Period))];
    }

    // The latest period whose time for being done is over.
    private LateJob? LatestOf(RecurringJob job)
    {
        var at = job.Schedule.Backwards(clock.UtcNow() - job.AlarmAfter).FirstOrDefault();
        return at == default ? null : new LateJob(job, job.Period!(at.ToStockholm()), at);
    }
}
