using System.Data.Common;
using System.Reflection;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Migrations.Sqlite;
using EnVagUt.Migrations.SqlServer;
using EnVagUt.Tests.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.SqlServer.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Database;

/// <summary>
/// What the databases say when two write at once, wrapped as EF wraps it. No server is needed: SQL Server's error is
/// thrown by a command on SQLite, inside the execution strategy that EF uses for SQL Server.
/// </summary>
public class LostRaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int> Depths => [0, 1, 2, 3, 4];

    private static Exception Wrapped(Exception e, int depth) => depth switch
    {
        0 => e,
        1 => new DbUpdateException("save", e),
        2 => new InvalidOperationException("likely transient", new DbUpdateException("save", e)),
        3 => new RetryLimitExceededException("gave up", new DbUpdateException("save", e)),
        _ => new AggregateException(new TimeoutException(), new InvalidOperationException("likely transient", new DbUpdateException("save", e))),
    };

    [Theory]
    [MemberData(nameof(Depths))]
    public void A_lost_race_and_a_unique_breach_are_seen_however_deep_they_lie(int depth)
    {
        foreach (var (dialect, races, breaches, others) in new (DatabaseDialect, Exception[], Exception[], Exception[])[]
        {
            (SqlServerDatabase.Dialect, [ServerSays(1205), ServerSays(3621, 1205)], [ServerSays(2627), ServerSays(2601), ServerSays(3621, 2627)], [ServerSays(547), ServerSays(-2)]),
            (SqliteDatabase.Dialect, [new SqliteException("busy", 5), new SqliteException("locked", 6)],
                [new SqliteException("unique", 19, 2067), new SqliteException("key", 19, 1555)], [new SqliteException("full", 13), new SqliteException("foreign key", 19, 787)]),
        })
        {
            Assert.All(races, e => Assert.Equal((true, false), (dialect.IsLostRace(Wrapped(e, depth)), dialect.IsUniqueBreach(Wrapped(e, depth)))));
            Assert.All(breaches, e => Assert.Equal((false, true), (dialect.IsLostRace(Wrapped(e, depth)), dialect.IsUniqueBreach(Wrapped(e, depth)))));
            Assert.All(others, e => Assert.Equal((false, false), (dialect.IsLostRace(Wrapped(e, depth)), dialect.IsUniqueBreach(Wrapped(e, depth)))));
        }
    }

    [Fact]
    public async Task A_booking_that_the_server_breaks_off_is_tried_again_and_succeeds()
    {
        var server = new BreakingServer();
        await using var t = await StartAsync(server);
        var id = await ProposedAsync(t);
        server.Breaks = 3;
        await t.Get<PlacementService>().PencilAsync(id, Ct);

        Assert.Equal((0, 3), (server.Breaks, server.Broken));
        t.NewScope();
        Assert.Equal(PlacementStatus.Pencilled, await t.Db.Placements.Where(p => p.Id == id).Select(p => p.Status).SingleAsync(Ct));
        Assert.Equal(1, await t.Db.Claims.CountAsync(c => c.ReleasedAt == null, Ct));
    }

    /// <summary>Twice deep, as EF does it: otherwise the test above would not show what it says.</summary>
    [Fact]
    public async Task EF_wraps_what_the_server_says_twice()
    {
        var server = new BreakingServer();
        await using var t = await StartAsync(server);
        t.Db.Add(new JobRun("paminnelser", "2026-11-23", t.Clock.UtcNow()));
        server.Breaks = 1;
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => t.Db.SaveChangesAsync(Ct));
        Assert.IsType<SqlException>(Assert.IsType<DbUpdateException>(thrown.InnerException).InnerException);
    }

    [Fact]
    public async Task Who_is_broken_off_every_time_is_told_to_try_again_later()
    {
        var server = new BreakingServer();
        await using var t = await StartAsync(server);
        var id = await ProposedAsync(t);
        server.Breaks = int.MaxValue;
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().PencilAsync(id, Ct));
        Assert.Equal((Rule.TooManyRetries, 50), (breach.Rule, server.Broken));
    }

#pragma warning disable EF1001 // EF's own strategy is what is to be shown; it is not meant to be named.
    private static Task<CoreTest> StartAsync(BreakingServer server) => CoreTest.StartAsync(services =>
    {
        services.AddSingleton(SqliteDatabase.Dialect with { LostRace = SqlServerDatabase.Dialect.LostRace });
        services.ConfigureDbContext<AppDb>(o => o.AddInterceptors(server).UseSqlite(s => s.ExecutionStrategy(d => new SqlServerExecutionStrategy(d))));
    });
#pragma warning restore EF1001

    private static async Task<Guid> ProposedAsync(CoreTest t)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        return await t.Get<PlacementService>().ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
    }

    /// <summary>Throws the server's own exception, whose constructors are hidden.</summary>
    private static SqlException ServerSays(params int[] numbers)
    {
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        foreach (var number in numbers)
        {
            var make = typeof(SqlError).GetConstructors(hidden).OrderBy(c => c.GetParameters().Length).First(c => c.GetParameters()[0].Name is "infoNumber");
            var error = make.Invoke([.. make.GetParameters().Select(p => p.Name == "infoNumber" ? number
                : p.ParameterType == typeof(string) ? "" : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
            typeof(SqlErrorCollection).GetMethod("Add", hidden)!.Invoke(errors, [error]);
        }
        return (SqlException)typeof(SqlException).GetMethod("CreateException", BindingFlags.Static | BindingFlags.NonPublic, [typeof(SqlErrorCollection), typeof(string)])!
            .Invoke(null, [errors, "16.0"])!;
    }

    private sealed class BreakingServer : DbCommandInterceptor
    {
        public int Breaks { get; set; }
        public int Broken { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Breaks > 0 && eventData.CommandSource == CommandSource.SaveChanges)
            {
                (Breaks, Broken) = (Breaks - 1, Broken + 1);
                throw ServerSays(1205);
            }
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
