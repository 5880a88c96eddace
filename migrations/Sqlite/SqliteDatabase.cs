using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EnVagUt.Migrations.Sqlite;

/// <summary>The embedded database: what is its own.</summary>
public static class SqliteDatabase
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    public static readonly DatabaseDialect Dialect = new("Sqlite", "BINARY",
        e => e is SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey },
        e => e is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked },
        _ => { }, _ => Task.FromResult<string?>(null));

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, s => s.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name));
}

/// <summary>Used by the dotnet-ef tool only.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        SqliteDatabase.Configure(options, "Data Source=:memory:");
        return new AppDb(options.Options, new Viewer(), SqliteDatabase.Dialect);
    }
}
