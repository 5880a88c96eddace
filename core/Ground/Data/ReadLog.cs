using System.Threading.Channels;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EnVagUt.Core.Ground.Data;

/// <summary>
/// Queued in memory to one writer in batches of at most a second, flushed at shutdown. A crash loses at most what was
/// queued: docs/beslut/0005 says why that was chosen.
/// </summary>
public sealed class ReadLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReadLog> log) : BackgroundService
{
    private static readonly TimeSpan BatchTime = TimeSpan.FromSeconds(1);
    private readonly Channel<ReadLogEntry> _queue = Channel.CreateUnbounded<ReadLogEntry>(new() { SingleReader = true });

    /// <param name="refused">The page is there, and is not the viewer's to see.</param>
    public void Note(Viewer viewer, string subjectKind, Guid subjectId, bool refused = false)
    {
        if (viewer.UserId is { } userId)
            _queue.Writer.TryWrite(new ReadLogEntry(userId, subjectKind, subjectId, clock.UtcNow(), refused));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(BatchTime, stoppingToken);
                await FlushAsync();
            }
        }
        catch (OperationCanceledException) { }
        await FlushAsync();
    }

    /// <summary>Writes what is queued. A batch that cannot be written goes back into the queue.</summary>
    public async Task FlushAsync()
    {
        var batch = new List<ReadLogEntry>();
        while (batch.Count < 1000 && _queue.Reader.TryRead(out var entry))
            batch.Add(entry);
        if (batch.Count == 0)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.AddRange(batch);
            await db.SaveChangesAsync();
        }
        catch (Exception e)
        {
            log.LogError(e, "The read log could not write {Count} rows; they are tried again", batch.Count);
            batch.ForEach(entry => _queue.Writer.TryWrite(entry));
        }
    }
}
