using System.Data.Common;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Hosting.Demo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting;

/// <summary>Why the portal does not start, in one line for whoever started it.</summary>
internal sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Brings the database's tables to what this build knows, or says in one line why not.</summary>
internal static class Schema
{
    /// <summary>Before the portal serves. With Database:Migrate false its login needs no right to change tables.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        if (app.Environment.IsDevelopment() && await app.AskAsync(OtherInitialAsync) is { } old && app.MoveAside(old))
            await DemoVerb.RunAsync(app, []);
        if (app.Configuration.GetValue("Database:Migrate", true))
            await app.MigrateAsync();
        else if (await app.AskAsync(PendingAsync) is { } pending)
            throw new StartRefusedException($"The database lacks the migration {pending}, and Database:Migrate is false: "
                + "run the verb migrate, or the script of ./dev migration-script, with a login that may make tables.");
        if (await app.AskAsync(db => db.Dialect.AdviceAsync(db.Database)) is { } advice)
            app.Logger.LogWarning("{Advice}", advice);
    }

    /// <summary>The verb «migrate»: makes the tables, and ends.</summary>
    public static async Task<int> RunMigrateAsync(WebApplication app, string[] args)
    {
        await app.MigrateAsync();
        Console.WriteLine("The database has all tables of this build.");
        return 0;
    }

    public static async Task MigrateAsync(this WebApplication app)
    {
        await app.AskAsync(async db =>
        {
            // Migrating takes a lock that stays in SQLite when the server is killed meanwhile, and then no server starts again:
            // it is not taken when there is nothing to do.
            if (await PendingAsync(db) is not null)
                await db.Database.MigrateAsync();
            return true;
        });
        await app.InstallJobTablesAsync();
    }

    /// <returns>The first migration that the database lacks.</returns>
    private static async Task<string?> PendingAsync(AppDb db)
    {
        if (await OtherInitialAsync(db) is { } other)
            throw new StartRefusedException($"The database was made by {other}, this build makes {First(db)}: "
                + "before the first release there is no way from one to the other, so give it an empty database.");
        return (await db.Database.GetPendingMigrationsAsync()).FirstOrDefault();
    }

    // Until v1.0 Initial is made anew now and then (docs/beslut/0002).
    private static async Task<string?> OtherInitialAsync(AppDb db) =>
        (await db.Database.GetAppliedMigrationsAsync()).FirstOrDefault() is { } applied && applied != First(db) ? applied : null;

    private static string First(AppDb db) => db.Database.GetMigrations().First();

    private static bool MoveAside(this WebApplication app, string initial)
    {
        var file = Path.Combine(app.Configuration.DataFolder(), "envagut.db");
        if (!File.Exists(file) || app.Configuration.GetConnectionString("AppDb") is not null)
            return false;
        SqliteConnection.ClearAllPools();
        foreach (var part in new[] { "", "-wal", "-shm" }.Where(p => File.Exists(file + p)))
            File.Move(file + part, $"{Path.ChangeExtension(file, null)}-{initial}.db{part}", overwrite: true);
        Console.WriteLine($"The database was made by {initial} and has been moved aside. Loading the demo municipality anew.");
        return true;
    }

    private static async Task<T> AskAsync<T>(this WebApplication app, Func<AppDb, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            return await ask(scope.ServiceProvider.GetRequiredService<AppDb>());
        }
        catch (DbException e)
        {
            throw new StartRefusedException($"The database does not answer as it should: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
