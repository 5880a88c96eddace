namespace EnVagUt.Core.Mail;

/// <summary>The whole mail seam: two implementations, chosen when the portal is built (docs/beslut/0003).</summary>
public interface IMailTransport
{
    string Name { get; }

    /// <exception cref="MailRejectedException">Refused for good (5xx). Anything else thrown means «try again».</exception>
    Task SendAsync(MailToSend mail, CancellationToken ct);
}

public sealed record MailToSend(string MessageId, string To, string Subject, string Text, string Html, IReadOnlyList<MailFile> Files);

public sealed record MailFile(string Name, string ContentType, byte[] Bytes);

public sealed class MailRejectedException(string message, Exception? inner = null) : Exception(message, inner);
