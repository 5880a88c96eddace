using System.Diagnostics;
using EnVagUt.Tests.Common;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EnVagUt.Tests.Web.Hosting;

/// <summary>What the program says about a database that it cannot work with: one line, no stack trace.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly string _folder = TestFolder.Create();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_first_start_makes_the_tables_and_warns_of_nothing()
    {
        await using var portal = await PortalProcess.StartAsync(_folder, Settings(("ASPNETCORE_CONTENTROOT", Path.Combine(Repository.Root, "web"))));
        Assert.DoesNotContain("warn:", portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_Initial_is_refused()
    {
        await OfAnotherInitialAsync(_folder);
        Assert.Matches("^The database was made by 20200101000000_Initial, this build makes [0-9]+_Initial: [^\n]+\n$", await RefusedAsync(Settings()));
    }

    [Fact]
    public async Task A_login_that_may_not_make_tables_starts_on_a_database_that_has_them_and_on_no_other()
    {
        var settings = Settings(("Database__Migrate", "false"));
        Assert.Matches("^The database lacks the migration [0-9]+_Initial, and Database:Migrate is false: [^\n]+\n$", await RefusedAsync(settings));
        Assert.Equal("The database has all tables of this build.\n", await MigrateAsync());
        await using var portal = await PortalProcess.StartAsync(_folder, settings);
        Assert.Equal("http", portal.Address.Scheme);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_in_one_line()
    {
        var log = await RefusedAsync(Settings(
            ("Database__Provider", "SqlServer"), ("ConnectionStrings__AppDb", "Server=127.0.0.1,1;Database=envagut;User Id=x;Password=y;Connect Timeout=1;ConnectRetryCount=0")));
        Assert.Matches("^The database does not answer as it should: [^\n]+\n$", log);
    }

    private static Dictionary<string, string> Settings(params (string Name, string Value)[] more) =>
        new(more.Select(m => KeyValuePair.Create(m.Name, m.Value))) { ["Jobs__Enabled"] = "false" };

    private async Task<string> RefusedAsync(Dictionary<string, string> settings)
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => PortalProcess.StartAsync(_folder, settings));
        return e.Message["The portal did not start:\n".Length..];
    }

    internal static async Task OfAnotherInitialAsync(string folder)
    {
        Assert.SkipWhen(TestServer.IsNamed, TestServer.AboutSqlite);
        await using var database = TestDb.InFile(Path.Combine(folder, "envagut.db"));
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE __EFMigrationsHistory SET MigrationId = '20200101000000_Initial'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
    }

    private async Task<string> MigrateAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EnVagUt.Web.dll"), "migrate"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["ENVAGUT_DATA"] = _folder;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return said;
    }
}
