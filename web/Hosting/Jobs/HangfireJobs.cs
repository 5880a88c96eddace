using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Outbox;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EnVagUt.Web.Hosting;

/// <summary>Where Hangfire keeps its clock and queue: Jobs:Storage. Where nothing is said, in the portal's database if that is SQL Server.</summary>
internal enum JobStorageKind { Memory, SqlServer }

/// <summary>Hangfire starts core's jobs; the ledger in the portal's database decides what is run (docs/beslut/0003).</summary>
internal static class HangfireJobs
{
    // What has run is told by the ledger; Hangfire's own rows about it are only in the way.
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<JobSettings>(builder.Configuration.GetSection("Jobs"));
        var settings = builder.Configuration.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings();
        if (!settings.Enabled)
            return;
        builder.Services.AddScoped<IInterceptor, OutboxPoke>();
        builder.Services.AddHostedService<JobPump>();

        // Of this portal, not the process's one that Hangfire would make: tests run several portals in a process.
        builder.Services.AddSingleton(Storage(builder.Configuration));
        builder.Services.AddHangfire(c => c.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        builder.Services.AddSingleton<JobClock>();
        builder.Services.AddHostedService(s => s.GetRequiredService<JobClock>());
        // A letter on its way is awaited as long as the host allows, which Hangfire's own 15 seconds would cut short.
        builder.Services.AddHangfireServer(o => o.ShutdownTimeout = TimeSpan.FromMinutes(5));
    }

    /// <summary>Makes Hangfire's tables where it keeps them in SQL Server and they are missing or old; needs the right to make tables.</summary>
    public static async Task InstallJobTablesAsync(this WebApplication app)
    {
        if (StorageKind(app.Configuration) != JobStorageKind.SqlServer)
            return;
        await using var connection = new SqlConnection(ConnectionString(app.Configuration));
        await connection.OpenAsync();
        if (await InstalledAsync(connection) < SqlServerObjectsInstaller.LatestSchemaVersion)
            SqlServerObjectsInstaller.Install(connection, null, enableHeavyMigrations: true);
    }

    private static async Task<int> InstalledAsync(SqlConnection connection)
    {
        await using var version = connection.CreateCommand();
        version.CommandText = "IF OBJECT_ID(N'[HangFire].[Schema]', N'U') IS NULL SELECT 0 ELSE EXEC sp_executesql N'SELECT MAX([Version]) FROM [HangFire].[Schema]'";
        return await version.ExecuteScalarAsync() is int installed ? installed : 0;
    }

    private static JobStorage Storage(IConfiguration configuration) =>
        StorageKind(configuration) == JobStorageKind.SqlServer
            ? new SqlServerStorage(ConnectionString(configuration), new SqlServerStorageOptions
            {
                SqlClientFactory = SqlClientFactory.Instance,
                PrepareSchemaIfNecessary = false,
                InactiveStateExpirationTimeout = KeptFor,
            })
            { JobExpirationTimeout = KeptFor }
            : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = KeptFor });

    private static JobStorageKind StorageKind(IConfiguration configuration) =>
        configuration.GetValue<JobStorageKind?>("Jobs:Storage") ?? (configuration["Database:Provider"] == "SqlServer" ? JobStorageKind.SqlServer : JobStorageKind.Memory);

    private static string ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("AppDb")
        ?? throw new InvalidOperationException("Jobs:Storage is SqlServer, but ConnectionStrings:AppDb is not set.");
}
