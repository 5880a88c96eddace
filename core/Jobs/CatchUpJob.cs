namespace EnVagUt.Core.Jobs;

/// <summary>
/// Looks every minute, and when a server starts, for what is due but not done in any job: firings missed while no server
/// ran, runs whose server died, failed runs whose time has come again, and what was asked for by hand.
/// </summary>
public sealed class CatchUpJob(JobCatalogue catalogue, JobExecutor executor) : IJobHandler
{
    public async Task<string> RunAsync(JobContext context, CancellationToken ct)
    {
        foreach (var job in catalogue.All.Where(j => j.Period is not null))
            await executor.ExecuteAsync(job.Id, null, ct);
        return "Inget att anmärka";
    }
}
