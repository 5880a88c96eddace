using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Hosting;
using Hangfire;
using Hangfire.SqlServer;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

public class HangfireTablesTests
{
    [Fact]
    public void The_scripts_are_t_sql()
    {
        Assert.Empty(Errors(HangfireTables.InstalledVersion));
        Assert.Empty(Errors(SqlServerObjectsInstaller.GetInstallScript(null, enableHeavyMigrations: true)));
    }

    [Fact]
    public async Task The_tables_are_made_once_and_hold_the_schedules()
    {
        await using var database = await Databases.MakeAsync(Databases.SqlServer);
        await using var db = database.Open();
        var own = db.Database.GetConnectionString()!;
        await HangfireTables.InstallAsync(own);
        await HangfireTables.InstallAsync(own);

        var storage = new SqlServerStorage(own, new SqlServerStorageOptions { PrepareSchemaIfNecessary = false, SqlClientFactory = Microsoft.Data.SqlClient.SqlClientFactory.Instance });
        new RecurringJobManager(storage).AddOrUpdate("prov", () => Console.WriteLine(), "0 6 * * *", new RecurringJobOptions { TimeZone = SwedishTime.Zone });
        using var connection = storage.GetConnection();
        Assert.Equal("0 6 * * *", Assert.Single(connection.GetRecurringJobs()).Cron);
    }

    private static IList<ParseError> Errors(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors;
    }
}
