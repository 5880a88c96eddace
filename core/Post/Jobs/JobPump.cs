using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EnVagUt.Core.Post.Jobs;

/// <summary>
/// «Run soon» inside this process. Only a poke: what must happen is already a row, and is found within a minute if the
/// poke is lost.
/// </summary>
public sealed class JobPokes
{
    private readonly Channel<string> _pokes = Channel.CreateBounded<string>(
        new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Poke(string jobId) => _pokes.Writer.TryWrite(jobId);

    public IAsyncEnumerable<string> ReadAsync(CancellationToken ct) => _pokes.Reader.ReadAllAsync(ct);
}

/// <summary>Begins the ledgers of new jobs when the server starts, catches up, and then serves the pokes.</summary>
public sealed class JobPump(
    JobCatalogue catalogue, JobLedger ledger, JobExecutor executor, JobPokes pokes,
    IOptions<JobSettings> settings, TimeProvider clock)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        try
        {
            foreach (var job in catalogue.All.Where(j => j.Period is not null))
                await ledger.EnsureKnownAsync(job, stoppingToken);
            pokes.Poke(Schedules.CatchUp);
            pokes.Poke(Schedules.Outbox);
            running.Add(PollAsync(stoppingToken));
            await foreach (var jobId in pokes.ReadAsync(stoppingToken))
            {
                running.RemoveAll(t => t.IsCompleted);
                running.Add(executor.ExecuteAsync(jobId, null, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        await Task.WhenAll(running);
    }

    private async Task PollAsync(CancellationToken ct)
    {
        if (settings.Value.Poll is not { } every)
            return;
        try
        {
            while (true)
            {
                await Task.Delay(every, clock, ct);
                pokes.Poke(Schedules.CatchUp);
                pokes.Poke(Schedules.Outbox);
            }
        }
        catch (OperationCanceledException) { }
    }
}
