using System.Collections.Concurrent;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Tests.Common;

/// <summary>Sends nothing; remembers what would have left, and fails on demand.</summary>
public sealed class RememberingMail : MailConnection
{
    private readonly ConcurrentQueue<MailToSend> _sent = [];

    public MailRoute Route => new("minnet", () => this);
    public IReadOnlyCollection<MailToSend> Sent => _sent;

    /// <summary>Called before each letter is taken; throw here to play a failing server.</summary>
    public Action<MailToSend>? OnSend { get; set; }

    public override Task SendAsync(MailToSend mail, CancellationToken ct)
    {
        OnSend?.Invoke(mail);
        _sent.Enqueue(mail);
        return Task.CompletedTask;
    }
}
