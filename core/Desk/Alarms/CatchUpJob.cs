using EnVagUt.Core.Post.Jobs;

namespace EnVagUt.Core.Desk.Alarms;

/// <summary>
/// Looks every minute, and when a server starts, for what is due but not done in any job: firings missed while no server
/// ran, runs whose server died, failed runs whose time has come again, and what was asked for by hand. What is still not
/// done long after its time is told to the administrators.
/// </summary>
public sealed class CatchUpJob(JobCatalogue catalogue, JobExecutor executor, JobAlarm alarm) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        foreach (var job in catalogue.All.Where(j => j.Period is not null))
            await executor.ExecuteAsync(job.Id, null, ct);
        var letters = await alarm.WriteAsync(ct);
        return letters == 0 ? "Inget nytt att larma om" : $"{letters} larmbrev";
    }
}
