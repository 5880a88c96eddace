using System.Diagnostics;
using System.Globalization;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>
/// The verb <c>demo</c>: fills an empty database with the demo municipality. <c>--scale 0.1</c> makes a tenth of its people, <c>--today 2027-01-18</c> the demo of another day.
/// Refused outside Development, in a database that holds anything, and on SQL Server unless Demo:OwnTestDatabase says that
/// the database is a test run's own: the logins are published.
/// </summary>
internal static class DemoVerb
{
    public const string LoginsFile = "demo-inloggningar.txt";

    // Lies in the folder while the demo is loaded: it tells a load that was broken off from somebody's own data (./dev run).
    private const string HalfwayFile = "demo-halvvags";
    private const int Years = 3;

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var isSqlite = (app.Configuration["Database:Provider"] ?? "Sqlite") == "Sqlite";
        if (!app.Environment.IsDevelopment())
            return await RefuseAsync("The demo has published passwords and is only for Development.");
        if (!isSqlite && !app.Configuration.GetValue<bool>("Demo:OwnTestDatabase"))
            return await RefuseAsync("The demo is not loaded into SQL Server, except by a test run into a database of its own.");
        await app.MigrateAsync();
        if (await HasRowsAsync(app.Services))
            return await RefuseAsync("The database is not empty. The demo is only loaded into an empty one.");

        var halfway = Path.Combine(app.Configuration.DataFolder(), HalfwayFile);
        await File.WriteAllTextAsync(halfway, "");
        var watch = Stopwatch.StartNew();
        var today = app.Configuration.GetValue<DateOnly?>("today") ?? app.Services.GetRequiredService<TimeProvider>().Today();
        var clock = new DemoClock(today.AddYears(-Years));
        await using var connection = isSqlite ? await OpenAsync(app) : null;
        await using var portal = Build(args, clock, connection);
        var stage = new DemoStage(portal.Services, clock, today.AddYears(-Years), today.AddDays(-1));
        var logins = await new DemoMunicipality(stage, portal.Services.GetRequiredService<ContentFolder>(), app.Configuration.GetValue("scale", 1.0)).BuildAsync();
        await File.WriteAllTextAsync(Path.Combine(app.Configuration.DataFolder(), LoginsFile), logins);
        File.Delete(halfway);
        Console.WriteLine(await SummaryAsync(portal.Services));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Loaded in {watch.Elapsed.TotalSeconds:0.0} s."));
        return 0;
    }

    /// <summary>The portal as it always is, but with the demo's clock, without jobs, and with letters that go nowhere.</summary>
    private static WebApplication Build(string[] args, DemoClock clock, SqliteConnection? connection)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.AddDatabase();
        builder.AddPortal();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new MailRoute("ingenstans", () => new NoLetters()));
        builder.Services.AddScoped<OutboxJob>();
        builder.Services.AddScoped<RemindersJob>();
        builder.Services.AddScoped<StatusOfDayJob>();
        var address = builder.Configuration["Portal:Address"] ?? builder.Configuration["urls"]?.Split(';')[0] ?? "http://localhost";
        builder.Services.AddSingleton(new PortalAddress(() => address));
        if (connection is not null)
            builder.Services.ConfigureDbContext<AppDb>(o => o.UseSqlite(connection));
        return builder.Build();
    }

    // One connection that does not wait for the disk: a load that is broken off is thrown away as a whole.
    private static async Task<SqliteConnection> OpenAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        var connection = new SqliteConnection(scope.ServiceProvider.GetRequiredService<AppDb>().Database.GetConnectionString());
        await connection.OpenAsync();
        await using var fast = connection.CreateCommand();
        fast.CommandText = "PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;";
        await fast.ExecuteNonQueryAsync();
        return connection;
    }

    private static Task<bool> HasRowsAsync(IServiceProvider services) => AskAsync(services, async db =>
        await db.Users.AnyAsync() || await db.OrgUnits.AnyAsync() || await db.Employers.AnyAsync() || await db.Contracts.AnyAsync());

    private static Task<string> SummaryAsync(IServiceProvider services) => AskAsync(services, async db =>
    {
        (string What, int Count)[] counts =
        [
            ("units", await db.OrgUnits.CountAsync()), ("employers", await db.Employers.CountAsync()), ("participants", await db.Participants.CountAsync()),
            ("offers", await db.Offers.CountAsync()), ("placements", await db.Placements.CountAsync()), ("contracts", await db.Contracts.CountAsync()),
            ("questions", await db.Questions.CountAsync()), ("reports", await db.AnnualReports.CountAsync()), ("letters", await db.Mail.CountAsync()),
        ];
        return string.Join(", ", counts.Select(c => $"{c.Count} {c.What}")) + ".";
    });

    private static async Task<T> AskAsync<T>(IServiceProvider services, Func<AppDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 2;
    }
}
