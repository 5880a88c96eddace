using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Post.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace EnVagUt.Migrations.SqlServer;

/// <summary>The production database: what is its own.</summary>
public static class SqlServerDatabase
{
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;
    private const int DeadlockVictim = 1205;

    public static readonly DatabaseDialect Dialect = new("SqlServer", "Latin1_General_100_BIN2",
        e => Says(e, UniqueConstraint, UniqueIndex),
        e => Says(e, DeadlockVictim),
        Shape, AdviseAsync);

    /// <summary>What grows without end: new rows come last in the file, and the old ones are not moved for them.</summary>
    private static readonly Type[] Growing = [typeof(HistoryEntry), typeof(ReadLogEntry), typeof(IndicatorFact), typeof(OutgoingMail)];

    /// <param name="maxBatchSize">1 for servers that speak T-SQL without MERGE; null for SQL Server's own default.</param>
    public static void Configure(DbContextOptionsBuilder options, string connectionString, int? maxBatchSize = null) =>
        options.UseSqlServer(connectionString, s =>
        {
            s.MigrationsAssembly(typeof(SqlServerDatabase).Assembly.GetName().Name);
            if (maxBatchSize is { } size)
                s.MaxBatchSize(size);
        });

    // The server may say several things at once, that the statement was ended among them.
    private static bool Says(Exception e, params ReadOnlySpan<int> numbers)
    {
        if (e is SqlException sql)
            foreach (SqlError error in sql.Errors)
                if (numbers.Contains(error.Number))
                    return true;
        return false;
    }

    private static void Shape(ModelBuilder model)
    {
        foreach (var row in Growing)
        {
            model.Entity(row).HasKey(nameof(Entity.Id)).IsClustered(false);
            model.Entity(row).HasIndex(nameof(Entity.Seq)).IsClustered();
        }
        // A passkey's id may be 1 024 bytes long, and a clustered key 900.
        model.Entity<IdentityUserPasskey<Guid>>().HasKey(p => p.CredentialId).IsClustered(false);
    }

    // Without it readers wait for writers and the other way round, and a list opened while somebody saves may be a deadlock.
    private static async Task<string?> AdviseAsync(DatabaseFacade database) =>
        await database.SqlQueryRaw<bool>("SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()").SingleAsync()
            ? null
            : "READ_COMMITTED_SNAPSHOT is off: readers and writers wait for each other. Turn it on with ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON.";
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
