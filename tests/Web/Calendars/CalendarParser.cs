using System.Diagnostics;
using System.Text.Json;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Calendars;

public sealed record ParsedCalendar(string Name, string? Method, IReadOnlyList<ParsedEvent> Events);

/// <param name="Day">«2026-12-31»; with a time it would be no whole day.</param>
/// <param name="Stamp">«2026-11-23T08:00:00Z».</param>
public sealed record ParsedEvent(
    string Uid, int Sequence, string Day, string Until, string Summary, string Description, string Url, string Status, string Stamp, string? Organizer);

/// <summary>Two parsers that others have written. One that is not installed fails the test: ./dev test installs both.</summary>
internal static class CalendarParser
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Web", "Calendars");

    /// <summary>What both parsers read; they must agree.</summary>
    public static async Task<ParsedCalendar> ReadAsync(byte[] file)
    {
        // Debian's own Python has the package; another that comes first in the path may not.
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var one = await RunAsync(python, "read-calendar.py", "python3-icalendar (apt-get install python3-icalendar)", file);
        var other = await RunAsync("node", "read-calendar.mjs", "ical.js (npm ci in tests/Web/Calendars)", file);
        Assert.Equal((one.Name, one.Method), (other.Name, other.Method));
        Assert.Equal(one.Events, other.Events);
        return one;
    }

    private static async Task<ParsedCalendar> RunAsync(string program, string script, string package, byte[] file)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [Path.Combine(Folder, script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (answer, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(file);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all; its errors tell why.
        }
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} needs {package}; ./dev test installs it. It said:\n{await errors}");
        return JsonSerializer.Deserialize<ParsedCalendar>(await answer)!;
    }
}
