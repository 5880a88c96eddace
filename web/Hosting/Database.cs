using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.Sqlite;
using EnVagUt.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting;

/// <summary>Chooses the database: Database:Provider is Sqlite (default, embedded) or SqlServer.</summary>
internal static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Database");
        var provider = settings["Provider"] ?? "Sqlite";
        var connectionString = builder.Configuration.GetConnectionString("AppDb");
        switch (provider)
        {
            case "Sqlite":
                connectionString ??= $"Data Source={Path.Combine(builder.Configuration.DataFolder(), "envagut.db")};Default Timeout=30";
                builder.Services.AddSingleton(SqliteDatabase.Dialect);
                builder.Services.AddDbContext<AppDb>((s, o) => { SqliteDatabase.Configure(o, connectionString); UseInterceptors(s, o); });
                break;
            case "SqlServer":
                _ = connectionString ?? throw new InvalidOperationException("Database:Provider is SqlServer, but ConnectionStrings:AppDb is not set.");
                builder.Services.AddSingleton(SqlServerDatabase.Dialect);
                builder.Services.AddDbContext<AppDb>((s, o) => { SqlServerDatabase.Configure(o, connectionString, settings.GetValue<int?>("MaxBatchSize")); UseInterceptors(s, o); });
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is '{provider}'; it must be Sqlite or SqlServer.");
        }
    }

    /// <summary>Where databases, job schedules and the development mail folder lie: ENVAGUT_DATA, or App_Data.</summary>
    public static string DataFolder(this IConfiguration configuration)
    {
        var folder = configuration["ENVAGUT_DATA"] is { Length: > 0 } own ? own : "App_Data";
        return Directory.CreateDirectory(folder).FullName;
    }

    private static void UseInterceptors(IServiceProvider services, DbContextOptionsBuilder options) =>
        options.AddInterceptors(services.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>());
}
