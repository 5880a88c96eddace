using EnVagUt.Core.Data;

namespace EnVagUt.Core.Jobs;

public enum JobState { Running, Done, Failed }

/// <summary>One run of a periodic job for one business period; the unique pair makes it happen once, on any number of servers.</summary>
public sealed class JobRun : Entity
{
    private JobRun() { }

    public JobRun(string jobId, string period)
    {
        JobId = jobId;
        Period = period;
    }

    public string JobId { get; private set; } = "";

    /// <summary>The period the run is due for, «2026-11-22» or «2026»: from the scheduled time, not from the clock.</summary>
    public string Period { get; private set; } = "";

    public JobState State { get; set; }
    public int Attempts { get; set; }
    public DateTime StartedAt { get; set; }
    public DateTime LeaseUntil { get; set; }
    public DateTime? FinishedAt { get; set; }
    public string? Error { get; set; }

    /// <summary>What the run did, in counts: «14 påminnelser».</summary>
    public string? Result { get; set; }
}
