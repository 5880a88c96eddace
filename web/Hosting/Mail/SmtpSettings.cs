using MimeKit;

namespace EnVagUt.Web.Hosting;

internal enum SmtpTls { None, StartTls, Implicit }

/// <summary>The settings under «Smtp».</summary>
internal sealed class SmtpSettings
{
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;
    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary>«En väg in &lt;noreply@kommunen.se&gt;».</summary>
    public string From { get; set; } = "En väg ut / en väg in <noreply@envagut.invalid>";

    /// <summary>For one letter, with connection and answer.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// Letters become files in the data folder instead of being sent. Where nothing is said: in every environment but
    /// Production, as long as no host is set.
    /// </summary>
    public bool? ToFolder { get; set; }

    public string Domain => MailboxAddress.Parse(From).Domain;

    /// <param name="lease">For how long a letter may be on its way before another server takes it over.</param>
    public void Check(TimeSpan lease)
    {
        if (!MailboxAddress.TryParse(From, out var from) || from.Domain.Length == 0)
            throw new InvalidOperationException("Smtp:From is not an address, «Name <name@domain>».");
        if (Host.Length == 0)
            throw new InvalidOperationException("Smtp:Host is not set. Set it, or Smtp:ToFolder to true to have letters written to files.");
        if (TimeoutSeconds is < 1 or > 120)
            throw new InvalidOperationException("Smtp:TimeoutSeconds must be from 1 to 120.");
        if (TimeSpan.FromSeconds(TimeoutSeconds) > lease * 0.9)
            throw new InvalidOperationException("Mail:Lease must be at least 1.2 times Smtp:TimeoutSeconds, or a slow letter could be sent twice.");
    }
}
