using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;

namespace EnVagUt.Web.Hosting;

/// <summary>Hangfire's tables in SQL Server. They are no migrations: Hangfire brings its own script, which it renews itself.</summary>
public static class HangfireTables
{
    public const string InstalledVersion =
        "IF OBJECT_ID(N'[HangFire].[Schema]', N'U') IS NULL SELECT 0 ELSE EXEC sp_executesql N'SELECT MAX([Version]) FROM [HangFire].[Schema]'";

    /// <summary>Makes the tables, or makes them newer; changes nothing when they are as this Hangfire wants them.</summary>
    public static async Task InstallAsync(string connectionString)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var version = connection.CreateCommand();
        version.CommandText = InstalledVersion;
        var installed = await version.ExecuteScalarAsync() is int number ? number : 0;
        if (installed < SqlServerObjectsInstaller.LatestSchemaVersion)
            SqlServerObjectsInstaller.Install(connection, null, enableHeavyMigrations: true);
    }
}
