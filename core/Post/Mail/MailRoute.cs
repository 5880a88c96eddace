
namespace EnVagUt.Core.Post.Mail;

/// <summary>Where letters go: to the mail server, to files on a developer's machine, or nowhere while the demo is loaded.</summary>
/// <param name="Name">What the administrator reads.</param>
/// <param name="Open">For the letters of one run.</param>
public sealed record MailRoute(string Name, Func<MailConnection> Open);

/// <summary>Takes letters one at a time; opens itself when the first one comes.</summary>
public abstract class MailConnection : IAsyncDisposable
{
    /// <exception cref="MailRejectedException">Refused for good (5xx). Anything else thrown means «try again».</exception>
    public abstract Task SendAsync(MailToSend mail, CancellationToken ct);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <param name="Id">The left part of the Message-ID, the same over every try; the connection adds the sender's domain.</param>
/// <param name="Html">A whole document.</param>
public sealed record MailToSend(string Id, string To, string Subject, string Text, string Html, IReadOnlyList<MailFile> Files);

public sealed record MailFile(string Name, string ContentType, byte[] Bytes);

/// <summary>The message is kept and shown to administrators: addresses are taken out of it.</summary>
public sealed class MailRejectedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What keeps letters here for now, in words that an administrator can act on; the cause says the rest.</summary>
public sealed class MailHeldBackException(string message, Exception? inner = null) : Exception(message, inner);
