using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Post.Jobs;

/// <summary>What a person may ask of the jobs: to run one now.</summary>
public sealed class JobService(AppDb db, JobCatalogue catalogue, JobPokes pokes, TimeProvider clock)
{
    /// <summary>
    /// Runs a job once, soon, whatever its ledger says. The wish is a row, so it survives a restart; wishing again while
    /// the first waits adds nothing.
    /// </summary>
    public async Task RunNowAsync(string jobId, string? argument, CancellationToken ct)
    {
        var job = catalogue.Find(jobId) ?? throw new NotFoundException(nameof(RecurringJob));
        var waits = await db.JobRuns.AnyAsync(
            r => r.JobId == jobId && r.IsByHand && r.State == JobState.Queued && r.Argument == argument, ct);
        if (job.Period is not null && !waits)
        {
            db.JobRuns.Add(JobRun.ByHand(jobId, argument, db.Viewer.UserId, clock.UtcNow()));
            await db.SaveChangesAsync(ct);
        }
        pokes.Poke(jobId);
    }
}
