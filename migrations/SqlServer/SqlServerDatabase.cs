using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace EnVagUt.Migrations.SqlServer;

/// <summary>The production database: what is its own.</summary>
public static class SqlServerDatabase
{
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;
    private const int DeadlockVictim = 1205;

    public static readonly DatabaseDialect Dialect = new("SqlServer", "Latin1_General_100_BIN2",
        e => e.InnerException is SqlException { Number: UniqueConstraint or UniqueIndex },
        e => (e as SqlException ?? e.InnerException as SqlException) is { Number: DeadlockVictim });

    /// <param name="maxBatchSize">1 for servers that speak T-SQL without MERGE; null for SQL Server's own default.</param>
    public static void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseSqlServer(connectionString, s =>
        {
            s.MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name);
            if (maxBatchSize is { } size)
                s.MaxBatchSize(size);
        });
}

/// <summary>Used by the dotnet-ef tool only.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        SqlServerDatabase.Configure(options, "Server=127.0.0.1,1");
        return new AppDb(options.Options, new Viewer(), SqlServerDatabase.Dialect);
    }
}
