using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Agreements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

/// <summary>What can be known about the tests' way on SQL Server without one.</summary>
public class TestServerTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public void The_databases_of_the_tests_are_SQLite_unless_a_server_is_named()
    {
        using var db = TestDb.InMemory().Open();
        Assert.Equal(TestServer.IsNamed ? Databases.SqlServer : Databases.Sqlite, db.Dialect.Name);
        Assert.Equal(TestServer.IsNamed, db.Database.ProviderName!.EndsWith(".SqlServer", StringComparison.Ordinal));
    }

    [Fact]
    public void A_portal_is_told_of_a_server_only_for_a_folder_that_stands_for_a_database_there() =>
        Assert.Empty(TestServer.SettingsOf("/nowhere"));

    [Fact]
    public async Task A_used_database_is_emptied_without_breaking_a_foreign_key()
    {
        await using var s = await AgreementStage.StartAsync();
        var db = s.Test.Db;
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().ToList();
        Assert.True(await RowsAsync(db, ["Placements", "Claims", "History"]) > 2);

        var statements = TestServer.Emptying(db.Model);
        await db.Database.ExecuteSqlRawAsync(statements, Ct);

        Assert.Equal(0, await RowsAsync(db, tables));
        Assert.Equal(tables.Count, statements.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length);
        Expect.None(SqlServerTranslation.SyntaxFaults(statements));
    }

    private static async Task<int> RowsAsync(EnVagUt.Core.Ground.Data.AppDb db, IReadOnlyList<string> tables)
    {
        var rows = 0;
        foreach (var table in tables)
            rows += await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS [Value] FROM [table]".Replace("[table]", $"[{table}]", StringComparison.Ordinal)).SingleAsync(Ct);
        return rows;
    }
}
