using System.Diagnostics;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EnVagUt.Tests.Web.Hosting;

/// <summary>What ./dev asks of the program, run as ./dev runs it.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string _folder = TestFolder.Create();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_holds_what_was_saved_while_the_database_was_open()
    {
        Assert.SkipWhen(TestServer.IsNamed, TestServer.AboutSqlite);
        await using var database = TestDb.InFile(Path.Combine(_folder, "envagut.db"));
        await using var db = database.Open();
        db.Add(new JobRun("paminnelser", "2026-11-23", new DateTime(2026, 11, 23, 5, 0, 0, DateTimeKind.Utc)));
        await db.SaveChangesAsync();

        var (exitCode, output) = await RunAsync("backup");

        Assert.Equal(0, exitCode);
        Assert.StartsWith(Path.Combine(_folder, "backup", "envagut-"), output, StringComparison.Ordinal);
        await using var copy = new SqliteConnection($"Data Source={output};Mode=ReadOnly;Pooling=False");
        await copy.OpenAsync();
        await using var count = copy.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM JobRuns WHERE JobId = 'paminnelser'";
        Assert.Equal(1L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Nothing_to_copy_is_said_and_is_no_success() => Assert.Equal(1, (await RunAsync("backup")).ExitCode);

    [Fact]
    public async Task A_word_that_is_no_verb_starts_no_portal() => Assert.Equal(2, (await RunAsync("demmo")).ExitCode);

    [Fact]
    public async Task The_code_is_six_digits()
    {
        var (exitCode, output) = await RunAsync("code");
        Assert.Equal(0, exitCode);
        Assert.Matches("^[0-9]{6}$", output);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EnVagUt.Web.dll"), verb])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["ENVAGUT_DATA"] = _folder;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim());
    }
}
