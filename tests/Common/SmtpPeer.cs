using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace EnVagUt.Tests.Common;

public sealed record ReceivedFile(string Name, int Length);

/// <summary>A letter as the mail server read it.</summary>
public sealed record ReceivedMail(
    string From, string FromName, string To, string Subject, string MessageId, string Text, string Html,
    IReadOnlyList<ReceivedFile> Files, bool Tls, bool SignedIn);

/// <summary>A letter whose sender went away before it got the server's yes.</summary>
/// <param name="Taken">The server had taken it, so that it will come twice.</param>
public sealed record BrokenMail(string Broken, bool Taken);

public enum PeerTls { None, StartTls, Implicit }

/// <summary>
/// A real mail server of the tests' own, on a free port of this machine (smtp-peer.py beside this file tells which
/// addresses it refuses, delays or holds). Its certificate comes from a test authority in <see cref="AuthorityFile"/>.
/// </summary>
public sealed class SmtpPeer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentQueue<ReceivedMail> _mails = [];
    private readonly ConcurrentQueue<string> _held = [];
    private readonly ConcurrentQueue<string> _began = [];
    private readonly ConcurrentQueue<BrokenMail> _broken = [];
    private int _connections;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SmtpPeer(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    public int Port { get; private set; }

    /// <summary>PEM file to be named in SSL_CERT_FILE by whoever shall trust the peer.</summary>
    public string AuthorityFile => Path.Combine(_folder.FullName, "authority.pem");

    public IReadOnlyCollection<ReceivedMail> Mails => _mails;

    /// <summary>Receivers whose letter is here but not yet answered.</summary>
    public IReadOnlyCollection<string> Held => _held;

    /// <summary>Receivers whose letters came in while the peer paused.</summary>
    public IReadOnlyCollection<string> Began => _began;

    /// <summary>Letters broken off while the peer paused.</summary>
    public IReadOnlyCollection<BrokenMail> Broken => _broken;

    /// <summary>How many connections there have been.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <param name="port">A port that an earlier peer had; 0 for a free one.</param>
    /// <param name="name">Whom the certificate is for.</param>
    /// <param name="closeAfter">Letters on a connection before it is closed; 0 for any number.</param>
    /// <param name="politely">Closed with 421 when the next letter begins, and not at once without a word.</param>
    public static async Task<SmtpPeer> StartAsync(
        PeerTls tls = PeerTls.None, string? user = null, string? password = null, int port = 0, string name = "localhost",
        int closeAfter = 0, bool politely = false)
    {
        var folder = Directory.CreateTempSubdirectory("envagut-smtp-");
        List<string> arguments = [Path.Combine(AppContext.BaseDirectory, "smtp-peer.py"), "--tls", tls.ToString().ToLowerInvariant(), "--port", $"{port}", "--close-after", $"{closeAfter}"];
        if (politely)
            arguments.Add("--politely");
        if (user is not null)
            arguments.AddRange(["--user", user, "--password", password!]);
        if (tls != PeerTls.None)
        {
            WriteCertificates(folder.FullName, name);
            arguments.AddRange(["--certificate", Path.Combine(folder.FullName, "peer.pem"), "--key", Path.Combine(folder.FullName, "peer.key")]);
        }
        // Debian's own Python has aiosmtpd; another that comes first in the path may not.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var process = Process.Start(new ProcessStartInfo(python, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var peer = new SmtpPeer(process, folder);
        process.OutputDataReceived += (_, line) => peer.Read(line.Data);
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        if (await Task.WhenAny(peer._port.Task, errors) == errors)
            throw new InvalidOperationException("The SMTP peer did not start: " + await errors);
        peer.Port = await peer._port.Task;
        return peer;
    }

    /// <summary>Answers every held letter, now and from now on.</summary>
    public Task ReleaseAsync() => _process.StandardInput.WriteLineAsync("go on");

    /// <summary>Waits before it takes a letter, and again before it says yes; the first <paramref name="free"/> letters pass at once.</summary>
    public Task PauseAsync(int beforeMs, int afterMs, int free = 0) => _process.StandardInput.WriteLineAsync($"pause {beforeMs} {afterMs} {free}");

    public async Task<IReadOnlyCollection<ReceivedMail>> WaitForAsync(int count, int seconds = 30)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); _mails.Count < count && DateTime.UtcNow < until;)
            await Task.Delay(50);
        return _mails.Count >= count
            ? _mails
            : throw new TimeoutException($"{_mails.Count} letters came in {seconds} s, not {count}.");
    }

    /// <summary>The newest letter that is such a one.</summary>
    /// <param name="what">For whoever waits in vain.</param>
    public async Task<ReceivedMail> WaitForAsync(Func<ReceivedMail, bool> isIt, string what, int seconds = 60)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < until; await Task.Delay(50))
            if (_mails.LastOrDefault(isIt) is { } letter)
                return letter;
        throw new TimeoutException($"{what} has not come in {seconds} s. Came: {string.Join(", ", _mails.Select(m => $"{m.To} «{m.Subject}»"))}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        if (line.StartsWith("ready ", StringComparison.Ordinal))
            _port.SetResult(int.Parse(line[6..], System.Globalization.CultureInfo.InvariantCulture));
        else if (line.StartsWith("{\"Connected\"", StringComparison.Ordinal))
            Interlocked.Increment(ref _connections);
        else if (line.StartsWith("{\"Held\"", StringComparison.Ordinal))
            _held.Enqueue(JsonDocument.Parse(line).RootElement.GetProperty(nameof(Held)).GetString()!);
        else if (line.StartsWith("{\"Began\"", StringComparison.Ordinal))
            _began.Enqueue(JsonDocument.Parse(line).RootElement.GetProperty(nameof(Began)).GetString()!);
        else if (line.StartsWith("{\"Broken\"", StringComparison.Ordinal))
            _broken.Enqueue(JsonSerializer.Deserialize<BrokenMail>(line)!);
        else
            _mails.Enqueue(JsonSerializer.Deserialize<ReceivedMail>(line)!);
    }

    private static void WriteCertificates(string folder, string name)
    {
        using var authorityKey = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        using var authority = request.CreateSelfSigned(from, to);

        using var key = RSA.Create(2048);
        var leaf = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
            names.AddIpAddress(IPAddress.Loopback);
        leaf.CertificateExtensions.Add(names.Build());
        leaf.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        leaf.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var certificate = leaf.Create(authority, from, to, RandomNumberGenerator.GetBytes(8));

        File.WriteAllText(Path.Combine(folder, "authority.pem"), authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "peer.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "peer.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
