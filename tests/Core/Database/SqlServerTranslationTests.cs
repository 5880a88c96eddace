using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Migrations.Sqlite;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

/// <summary>The net that is cast under every page, tried with one fish: a query that only SQLite understands.</summary>
public class SqlServerTranslationTests
{
    [Fact]
    public async Task A_query_that_only_SQLite_understands_is_found()
    {
        Assert.SkipWhen(TestServer.IsNamed, TestServer.AboutSqlite);
        var translation = new SqlServerTranslation();
        await using var database = TestDb.InMemory();
        var options = new DbContextOptionsBuilder<AppDb>();
        options.AddInterceptors(translation);
        database.Configure(options);
        var viewer = new Viewer();
        viewer.BecomeJob();
        await using var db = new AppDb(options.Options, viewer, SqliteDatabase.Dialect);

        Assert.Empty(await db.JobRuns.Where(r => r.JobId == "paminnelser").ToListAsync());
        Assert.Equal(0, await db.Placements.CountAsync(p => p.StartedOn > new DateOnly(2026, 1, 1)));
        Assert.Equal(2, translation.Translated);
        Assert.Empty(translation.Faults);

        Assert.Empty(await db.JobRuns.Where(r => EF.Functions.Glob(r.JobId, "p*")).ToListAsync());
        Assert.Contains("Glob", Assert.Single(translation.Faults), StringComparison.Ordinal);
    }
}
