using System.Collections.Concurrent;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Tests.Common;

/// <summary>Sends nothing; remembers what would have left, and fails on demand.</summary>
public sealed class RememberingTransport : IMailTransport
{
    private readonly ConcurrentQueue<MailToSend> _sent = [];

    public string Name => "Remembering";
    public IReadOnlyCollection<MailToSend> Sent => _sent;

    /// <summary>Called before each letter is taken; throw here to play a failing server.</summary>
    public Action<MailToSend>? OnSend { get; set; }

    public Task SendAsync(MailToSend mail, CancellationToken ct)
    {
        OnSend?.Invoke(mail);
        _sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}

/// <summary>Runs nothing; remembers its schedules.</summary>
public sealed class RememberingEngine : IJobEngine
{
    public string Name => "Remembering";
    public IReadOnlyCollection<RecurringJob> Catalogue { get; private set; } = [];

    public Task SyncAsync(IReadOnlyCollection<RecurringJob> catalogue, CancellationToken ct)
    {
        Catalogue = catalogue;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyCollection<StoredSchedule>> StoredAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyCollection<StoredSchedule>>([.. Catalogue.Select(j => new StoredSchedule(j.Id, j.Cron, null))]);
}
