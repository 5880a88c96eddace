using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.Sqlite;
using EnVagUt.Migrations.SqlServer;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

/// <summary>A database of either brand. SQL Server only where ENVAGUT_TEST_SQLSERVER names one; the test is skipped visibly elsewhere.</summary>
public static class Databases
{
    public const string Sqlite = nameof(Sqlite);
    public const string SqlServer = nameof(SqlServer);

    public static Task<TestDb> MakeAsync(string brand)
    {
        Assert.SkipWhen(brand == SqlServer && !TestServer.IsNamed, $"{TestServer.Variable} is not set: no SQL Server to try.");
        return Task.FromResult(brand == Sqlite ? TestDb.Embedded() : TestDb.OnServer());
    }

    /// <summary>A context that is never connected: for models, scripts and the SQL of queries.</summary>
    public static AppDb Unconnected(string brand)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        if (brand == Sqlite)
            SqliteDatabase.Configure(options, "Data Source=:memory:");
        else
            SqlServerDatabase.Configure(options, "Server=127.0.0.1,1");
        var viewer = new Viewer();
        viewer.BecomeJob();
        return new AppDb(options.Options, viewer, brand == Sqlite ? SqliteDatabase.Dialect : SqlServerDatabase.Dialect);
    }
}
