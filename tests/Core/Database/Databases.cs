using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.Sqlite;
using EnVagUt.Migrations.SqlServer;
using EnVagUt.Tests.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

/// <summary>A database of either brand. SQL Server only where ENVAGUT_TEST_SQLSERVER names one; the test is skipped visibly elsewhere.</summary>
public sealed class Databases : IAsyncDisposable
{
    public const string Sqlite = nameof(Sqlite);
    public const string SqlServer = nameof(SqlServer);
    private const string Variable = "ENVAGUT_TEST_SQLSERVER";

    private readonly Func<AppDb> _open;
    private readonly Func<ValueTask> _dispose;

    private Databases(Func<AppDb> open, Func<ValueTask> dispose)
    {
        _open = open;
        _dispose = dispose;
    }

    public AppDb Open() => _open();

    public ValueTask DisposeAsync() => _dispose();

    public static async Task<Databases> MakeAsync(string brand)
    {
        if (brand == Sqlite)
        {
            var memory = TestDb.InMemory();
            return new(() => memory.Open(), memory.DisposeAsync);
        }
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Variable} is not set: no SQL Server to try.");
        return await MakeOnServerAsync(server!);
    }

    /// <summary>A context that is never connected: for models, scripts and the SQL of queries.</summary>
    public static AppDb Unconnected(string brand)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        if (brand == Sqlite)
            SqliteDatabase.Configure(options, "Data Source=:memory:");
        else
            SqlServerDatabase.Configure(options, "Server=127.0.0.1,1");
        var viewer = new Viewer();
        viewer.BecomeJob();
        return new AppDb(options.Options, viewer, brand == Sqlite ? SqliteDatabase.Dialect : SqlServerDatabase.Dialect);
    }

    // The database is made outside EF, which asks a server for more than every T-SQL server answers.
    private static async Task<Databases> MakeOnServerAsync(string server)
    {
        var name = $"envagut_{Guid.NewGuid():N}";
        await OnServerAsync(server, $"CREATE DATABASE [{name}]");
        var own = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
        int? maxBatch = int.TryParse(Environment.GetEnvironmentVariable(Variable + "_MAXBATCH"), out var size) ? size : null;
        AppDb Open()
        {
            var options = new DbContextOptionsBuilder<AppDb>();
            SqlServerDatabase.Configure(options, own, maxBatch);
            var viewer = new Viewer();
            viewer.BecomeJob();
            return new AppDb(options.Options, viewer, SqlServerDatabase.Dialect);
        }
        await using var db = Open();
        await db.Database.MigrateAsync();
        return new(Open, async () =>
        {
            SqlConnection.ClearAllPools();
            await OnServerAsync(server, $"DROP DATABASE [{name}]");
        });
    }

    private static async Task OnServerAsync(string server, string sql)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
