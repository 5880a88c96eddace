using System.Collections.Concurrent;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EnVagUt.Tests.Common;

/// <summary>
/// The server that ENVAGUT_TEST_SQLSERVER names. Each worker has a database of its own there, made outside EF, which asks a
/// server for more than every T-SQL server answers; it is emptied for the next test and dropped when the tests end.
/// </summary>
public static class TestServer
{
    public const string Variable = "ENVAGUT_TEST_SQLSERVER";

    /// <summary>Why a test is skipped where a server is named.</summary>
    public const string AboutSqlite = "About SQLite itself.";

    private static readonly ConcurrentBag<string> Free = [];
    private static readonly ConcurrentBag<string> Made = [];
    private static readonly ConcurrentDictionary<string, string> InFolders = new(StringComparer.Ordinal);

    static TestServer()
    {
        if (IsNamed)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAll();
    }

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    public static bool IsNamed => ConnectionString is not null;

    /// <summary>1 on a server without MERGE.</summary>
    private static int? MaxBatchSize => int.TryParse(Environment.GetEnvironmentVariable(Variable + "_MAXBATCH"), out var size) ? size : null;

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        SqlServerDatabase.Configure(options, connectionString, MaxBatchSize);

    /// <summary>What a portal needs to be told in order to work on the database that stands for the file in a folder; nothing for a file.</summary>
    public static IEnumerable<KeyValuePair<string, string>> SettingsOf(string folder)
    {
        if (!InFolders.TryGetValue(folder, out var database))
            yield break;
        yield return new("Database:Provider", SqlServerDatabase.Dialect.Name);
        yield return new("ConnectionStrings:AppDb", database);
        // A hundred test hosts that each hold jobs in tables would only be slow.
        yield return new("Jobs:Storage", "Memory");
        if (MaxBatchSize is { } size)
            yield return new("Database:MaxBatchSize", $"{size}");
    }

    /// <summary>An empty database with all tables.</summary>
    /// <param name="folder">The folder in which the file would lie.</param>
    internal static string Take(string? folder)
    {
        if (Free.TryTake(out var database))
        {
            using var db = Open(database);
            db.Database.ExecuteSqlRaw(Emptying(db.Model));
        }
        else
            database = Make();
        if (folder is not null)
            InFolders[folder] = database;
        return database;
    }

    internal static void GiveBack(string database) => Free.Add(database);

    /// <summary>Statements that leave every table empty: what points at others first.</summary>
    public static string Emptying(IModel model)
    {
        var left = model.GetEntityTypes().Where(e => e.GetTableName() is not null).GroupBy(e => e.GetTableName()!).ToDictionary(
            g => g.Key, g => g.SelectMany(e => e.GetForeignKeys()).Select(f => f.PrincipalEntityType.GetTableName()!).Where(t => t != g.Key).ToHashSet());
        var order = new List<string>();
        while (left.Count > 0)
        {
            var next = left.Keys.Where(table => !left.Values.Any(to => to.Contains(table))).Order(StringComparer.Ordinal).ToList();
            if (next.Count == 0)
                throw new InvalidOperationException($"These tables point at each other in a ring: {string.Join(", ", left.Keys)}");
            order.AddRange(next);
            next.ForEach(table => left.Remove(table));
        }
        return string.Concat(order.Select(table => $"DELETE FROM [{table}];\n"));
    }

    private static string Make()
    {
        var name = $"envagut_{Guid.NewGuid():N}";
        OnServer($"CREATE DATABASE [{name}]");
        var database = new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = name }.ConnectionString;
        Made.Add(name);
        using var db = Open(database);
        db.Database.Migrate();
        return database;
    }

    private static AppDb Open(string database)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        Configure(options, database);
        return new AppDb(options.Options, new Viewer(), SqlServerDatabase.Dialect);
    }

    private static void DropAll()
    {
        SqlConnection.ClearAllPools();
        foreach (var name in Made)
            OnServer($"DROP DATABASE [{name}]");
    }

    private static void OnServer(string sql)
    {
        using var connection = new SqlConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
