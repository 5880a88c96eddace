using EnVagUt.Core.Ground.Data;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

public class MigrationTests
{
    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public void The_migrations_hold_the_whole_model(string brand)
    {
        using var db = Databases.Unconnected(brand);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "run ./dev migration");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = Databases.Unconnected(Databases.Sqlite);
        using var sqlServer = Databases.Unconnected(Databases.SqlServer);
        Assert.Equal(sqlite.Database.GetMigrations().Select(NameOf), sqlServer.Database.GetMigrations().Select(NameOf));
    }

    [Theory]
    [InlineData(Databases.Sqlite)]
    [InlineData(Databases.SqlServer)]
    public void Identity_has_its_table_of_passkeys(string brand)
    {
        using var db = Databases.Unconnected(brand);
        Assert.Contains(db.Model.GetEntityTypes(), e => e.GetTableName() == "AspNetUserPasskeys");
    }

    [Fact]
    public async Task A_context_with_the_services_of_the_application_has_the_same_tables()
    {
        await using var t = await CoreTest.StartAsync();
        Assert.False(t.Db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void What_grows_without_end_lies_in_the_order_in_which_it_was_written_and_codes_take_a_byte_a_sign()
    {
        using var db = Databases.Unconnected(Databases.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript();
        Assert.All(["History", "ReadLog", "Facts", "OutgoingMail"], table =>
            Assert.Contains($"CREATE CLUSTERED INDEX [IX_{table}_Seq] ON [{table}] ([Seq])", script, StringComparison.Ordinal));
        var codes = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum);
        Expect.None(codes.Where(p => !p.GetColumnType().StartsWith("varchar", StringComparison.Ordinal)).Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}"));
    }

    [Fact]
    public void The_script_for_SQL_Server_would_run()
    {
        using var db = Databases.Unconnected(Databases.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Expect.None(SchemaScript.Faults(script));
    }

    [Theory]
    [InlineData(Databases.Sqlite, "BINARY")]
    [InlineData(Databases.SqlServer, "Latin1_General_100_BIN2")]
    public void Words_and_sort_keys_compare_code_by_code(string brand, string collation)
    {
        using var db = Databases.Unconnected(brand);
        var columns = BinaryColumns.Of(db.GetService<IDesignTimeModel>().Model).ToList();
        Assert.NotEmpty(columns);
        Expect.None(columns.Where(c => c.GetCollation() != collation).Select(c => $"{c.DeclaringType.Name}.{c.Name}"));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void An_important_query_is_sound_on_SQL_Server(string name)
    {
        using var db = Databases.Unconnected(Databases.SqlServer);
        // The end of a prefix range is sent as a parameter; written out as a literal it would end the grammar's reading.
        var sql = ImportantQueries.All[name](db).ToQueryString().Replace('\uffff', '~');
        Expect.None(SqlServerTranslation.SyntaxFaults(sql));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task An_important_query_runs_on_SQLite(string name)
    {
        await using var database = await Databases.MakeAsync(Databases.Sqlite);
        await using var db = database.Open();
        foreach (var row in ImportantQueries.All[name](db))
            Assert.Fail($"an empty database gave {row}");
    }

    public static TheoryData<string> Queries() => [.. ImportantQueries.All.Keys];

    private static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
