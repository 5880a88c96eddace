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
        var kind = StorageKind(builder.Configuration);
        builder.Services.AddSingleton(services =>
        {
            // It writes where this portal's log is from its first line on.
            services.GetRequiredService<IGlobalConfiguration>();
            return Storage(kind, builder.Configuration);
        });
        builder.Services.AddHangfire(c => c.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        builder.Services.AddSingleton<JobClock>();
        builder.Services.AddHostedService(s => s.GetRequiredService<JobClock>());
        // A letter on its way is awaited as long as the host allows, which Hangfire's own 15 seconds would cut short.
        builder.Services.AddHangfireServer(o => o.ShutdownTimeout = TimeSpan.FromMinutes(5));
    }

    /// <summary>Makes Hangfire's tables when they belong in the portal's SQL Server; needs the right to make tables when they are missing or old.</summary>
    public static Task InstallJobTablesAsync(this WebApplication app) => StorageKind(app.Configuration) == JobStorageKind.SqlServer
        ? HangfireTables.InstallAsync(ConnectionString(app.Configuration))
        : Task.CompletedTask;

    private static JobStorage Storage(JobStorageKind kind, IConfiguration configuration) =>
        kind == JobStorageKind.SqlServer
            ? new SqlServerStorage(ConnectionString(configuration), new SqlServerStorageOptions
            {
                SqlClientFactory = SqlClientFactory.Instance,
                PrepareSchemaIfNecessary = false,
                InactiveStateExpirationTimeout = KeptFor,
            })
            { JobExpirationTimeout = KeptFor }
            : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = KeptFor });

    private static JobStorageKind StorageKind(IConfiguration configuration)
    {
        var isSqlServer = configuration["Database:Provider"] == "SqlServer";
        var kind = configuration.GetValue<JobStorageKind?>("Jobs:Storage") ?? (isSqlServer ? JobStorageKind.SqlServer : JobStorageKind.Memory);
        return kind == JobStorageKind.SqlServer && !isSqlServer
            ? throw new InvalidOperationException("Jobs:Storage is SqlServer, but Database:Provider is not: Hangfire's tables lie in the portal's database.")
            : kind;
    }

    private static string ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("AppDb")!;
}
