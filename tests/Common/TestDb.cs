using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Common;

/// <summary>
/// A migrated SQLite database of its own: a copy of a template that is migrated once per process. In memory it is one
/// connection, for tests that do one thing at a time; in a file it takes any number of connections.
/// </summary>
public sealed class TestDb : IAsyncDisposable
{
    private static readonly Lazy<SqliteConnection> Template = new(MakeTemplate);
    private readonly SqliteConnection? _connection;

    private TestDb(SqliteConnection? connection, string connectionString)
    {
        _connection = connection;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static TestDb InMemory()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        CopyTemplateTo(connection);
        return new TestDb(connection, connection.ConnectionString);
    }

    public static TestDb InFile(string path)
    {
        var connectionString = $"Data Source={path};Default Timeout=30";
        using (var connection = new SqliteConnection(connectionString))
        {
            connection.Open();
            CopyTemplateTo(connection);
            using var wal = connection.CreateCommand();
            wal.CommandText = "PRAGMA journal_mode = 'wal'";
            wal.ExecuteNonQuery();
        }
        return new TestDb(null, connectionString);
    }

    /// <summary>A database that a program has made.</summary>
    public static TestDb OfFile(string path) => new(null, $"Data Source={path};Default Timeout=30");

    public void Configure(DbContextOptionsBuilder options)
    {
        SqliteDatabase.Configure(options, ConnectionString);
        if (_connection is not null)
            options.UseSqlite(_connection);
    }

    /// <summary>A context of its own, seen with the eyes of <paramref name="viewer"/>; of a job when none is given.</summary>
    public AppDb Open(Viewer? viewer = null)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        Configure(options);
        return new AppDb(options.Options, viewer ?? JobViewer(), SqliteDatabase.Dialect);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            return;
        }
        await using var pooled = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private static Viewer JobViewer()
    {
        var viewer = new Viewer();
        viewer.BecomeJob();
        return viewer;
    }

    private static SqliteConnection MakeTemplate()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<AppDb>();
        SqliteDatabase.Configure(options, connection.ConnectionString);
        options.UseSqlite(connection);
        using var db = new AppDb(options.Options, JobViewer(), SqliteDatabase.Dialect);
        if (!db.Database.GetMigrations().Any())
            throw new InvalidOperationException("migrations/Sqlite holds no migration: run ./dev migration.");
        db.Database.Migrate();
        return connection;
    }

    private static void CopyTemplateTo(SqliteConnection target)
    {
        var template = Template.Value;
        lock (template)
            template.BackupDatabase(target);
    }
}
