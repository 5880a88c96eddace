
namespace EnVagUt.Core.Post.Mail;

/// <summary>The whole mail seam: two implementations, chosen when the portal is built (docs/beslut/0003).</summary>
public interface IMailTransport
{
    string Name { get; }

    /// <exception cref="MailRejectedException">Refused for good (5xx). Anything else thrown means «try again».</exception>
    Task SendAsync(MailToSend mail, CancellationToken ct);
}

/// <param name="Id">The left part of the Message-ID, the same over every try; the transport adds the sender's domain.</param>
/// <param name="Html">A whole document.</param>
public sealed record MailToSend(string Id, string To, string Subject, string Text, string Html, IReadOnlyList<MailFile> Files);

public sealed record MailFile(string Name, string ContentType, byte[] Bytes);

/// <summary>The message is kept and shown to administrators: addresses are taken out of it.</summary>
public sealed class MailRejectedException(string message, Exception? inner = null) : Exception(message, inner);
