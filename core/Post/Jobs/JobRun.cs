using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Post.Jobs;

public enum JobState
{
    /// <summary>Waits to be run: asked for by hand, or given up when its server was stopped.</summary>
    [Display(Name = "Väntar")] Queued,
    [Display(Name = "Pågår")] Running,
    [Display(Name = "Klar")] Done,
    /// <summary>Tried again at <see cref="JobRun.NextAttemptAt"/>; a run asked for by hand is not.</summary>
    [Display(Name = "Misslyckades")] Failed,
    /// <summary>Lay before the job was known to this installation: the ledger begins here.</summary>
    [Display(Name = "Före installationen")] Skipped,
}

/// <summary>
/// One run of a periodic job: for one business period, or asked for by hand. The unique pair (job, period) makes it
/// happen once, on any number of servers; the lease tells whether whoever runs it is alive.
/// </summary>
public sealed class JobRun : Entity
{
    private JobRun() { }

    /// <param name="dueAt">UTC time of the schedule, not of the clock: a late run belongs to the day it was due.</param>
    public JobRun(string jobId, string period, DateTime dueAt)
    {
        JobId = jobId;
        Period = period;
        DueAt = dueAt;
        NextAttemptAt = dueAt;
    }

    public static JobRun ByHand(string jobId, string? argument, Guid? askedBy, DateTime now)
    {
        var run = new JobRun(jobId, "", now) { IsByHand = true, Argument = argument, AskedBy = askedBy };
        run.Period = $"hand/{run.Id:N}";
        return run;
    }

    /// <summary>Where the ledger of a job begins, so that what lay before is never caught up.</summary>
    public static JobRun BeforeKnown(string jobId, string period, DateTime dueAt) =>
        new(jobId, period, dueAt) { State = JobState.Skipped, FinishedAt = dueAt };

    public string JobId { get; private set; } = "";

    /// <summary>«2026-11-22» or «2026»; a run by hand has one of its own.</summary>
    public string Period { get; private set; } = "";

    public DateTime DueAt { get; private set; }
    public bool IsByHand { get; private set; }
    public string? Argument { get; private set; }
    public Guid? AskedBy { get; private set; }

    public JobState State { get; private set; }

    /// <summary>Also the fence: who counted it up last is the only one who may write the outcome.</summary>
    public int Attempts { get; private set; }

    public DateTime NextAttemptAt { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public DateTime? FinishedAt { get; private set; }
    public string? Error { get; private set; }

    /// <summary>What the run did, in counts: «14 påminnelser».</summary>
    public string? Result { get; private set; }

    /// <summary>The run that began last, of each job.</summary>
    public static IQueryable<JobRun> LastOfEach(IQueryable<JobRun> runs) =>
        runs.Where(r => r.StartedAt != null).GroupBy(r => r.JobId).Select(g => g.OrderByDescending(r => r.StartedAt).ThenBy(r => r.Period).First());

    public void Start(DateTime now, TimeSpan lease)
    {
        State = JobState.Running;
        Attempts++;
        StartedAt = now;
        LeaseUntil = now + lease;
        FinishedAt = null;
        Error = null;
    }

    public bool MayStart(DateTime now) => State switch
    {
        JobState.Queued => true,
        JobState.Running => LeaseUntil < now,
        JobState.Failed => !IsByHand && NextAttemptAt <= now,
        _ => false,
    };
}
