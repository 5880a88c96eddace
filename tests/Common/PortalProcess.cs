using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EnVagUt.Tests.Common;

/// <summary>
/// The real program in a process of its own, which can be killed in the middle of its work and started again on the same
/// folder. Settings are given as environment variables («Smtp__Host»).
/// </summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <param name="folder">Where its database lies.</param>
    /// <param name="program">Another build than the one beside the tests.</param>
    public static async Task<PortalProcess> StartAsync(string folder, IEnumerable<KeyValuePair<string, string>>? settings = null, string? program = null)
    {
        program ??= Path.Combine(AppContext.BaseDirectory, "EnVagUt.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ENVAGUT_DATA"] = folder;
        foreach (var (name, value) in TestServer.SettingsOf(folder))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        foreach (var (name, value) in settings ?? [])
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var portal = new PortalProcess(process);
        process.OutputDataReceived += (_, line) => portal.Read(line.Data);
        process.ErrorDataReceived += (_, line) => portal.Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(portal._address.Task, ended, Task.Delay(TimeSpan.FromMinutes(4))) != portal._address.Task)
        {
            await portal.DisposeAsync();
            throw new InvalidOperationException("The portal did not start:\n" + portal.Log);
        }
        portal.Address = await portal._address.Task;
        return portal;
    }

    /// <summary>As a power cut would: kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As systemd would: SIGTERM, and wait.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
