using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.Sqlite;
using EnVagUt.Migrations.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Common;

/// <summary>
/// A migrated SQLite database of its own: a copy of a template that is migrated once per process. In memory it is one
/// connection, for tests that do one thing at a time; in a file it takes any number of connections. Where a SQL Server is
/// named, a database there stands for either.
/// </summary>
public sealed class TestDb : IAsyncDisposable
{
    private static readonly Lazy<SqliteConnection> Template = new(MakeTemplate);
    private readonly SqliteConnection? _connection;

    private readonly bool _isOnServer;

    private TestDb(SqliteConnection? connection, string connectionString, bool isOnServer = false)
    {
        _connection = connection;
        _isOnServer = isOnServer;
        ConnectionString = connectionString;
    }

    public DatabaseDialect Dialect => _isOnServer ? SqlServerDatabase.Dialect : SqliteDatabase.Dialect;

    public string ConnectionString { get; }

    public static TestDb InMemory() => TestServer.IsNamed ? OnServer() : Embedded();

    /// <param name="folder">The folder in which a file would lie; a portal that is started there finds the database.</param>
    public static TestDb OnServer(string? folder = null) => new(null, TestServer.Take(folder), isOnServer: true);

    /// <summary>SQLite in memory, whatever else is named.</summary>
    public static TestDb Embedded()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        CopyTemplateTo(connection);
        return new TestDb(connection, connection.ConnectionString);
    }

    public static TestDb InFile(string path)
    {
        if (TestServer.IsNamed)
            return OnServer(Path.GetDirectoryName(path));
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
        if (_isOnServer)
        {
            TestServer.Configure(options, ConnectionString);
            return;
        }
        SqliteDatabase.Configure(options, ConnectionString);
        if (_connection is not null)
            options.UseSqlite(_connection);
    }

    /// <summary>A context of its own, seen with the eyes of <paramref name="viewer"/>; of a job when none is given.</summary>
    public AppDb Open(Viewer? viewer = null)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        Configure(options);
        return new AppDb(options.Options, viewer ?? JobViewer(), Dialect);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOnServer)
        {
            TestServer.GiveBack(ConnectionString);
            return;
        }
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
