using System.Globalization;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.Data.Sqlite;

namespace EnVagUt.Web.Hosting;

/// <summary>What the program can do instead of serving pages: <c>dotnet EnVagUt.Web.dll VERB</c>, called by ./dev.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<WebApplication, string[], Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["backup"] = BackupAsync,
        ["code"] = CodeAsync,
        ["demo"] = Demo.DemoVerb.RunAsync,
        ["migrate"] = Schema.RunMigrateAsync,
    };

    /// <returns>The exit code, or null when the arguments name no verb and the portal shall run.</returns>
    public static async Task<int?> RunVerbAsync(this WebApplication app, string[] args)
    {
        if (args is not [var name, .. var rest] || name.StartsWith('-') || name.Contains('=', StringComparison.Ordinal))
            return null;
        if (All.TryGetValue(name, out var verb))
            return await verb(app, rest);
        await Console.Error.WriteLineAsync($"'{name}' is not one of: {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))}");
        return 2;
    }

    /// <summary>Copies the database while the portal runs.</summary>
    private static async Task<int> BackupAsync(WebApplication app, string[] args)
    {
        if ((app.Configuration["Database:Provider"] ?? "Sqlite") != "Sqlite")
        {
            await Console.Error.WriteLineAsync("Only the embedded database is copied; use the database server's own backup.");
            return 2;
        }
        var data = app.Configuration.DataFolder();
        var now = app.Services.GetRequiredService<TimeProvider>().UtcNow().ToStockholm();
        var name = $"envagut-{now.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture)}.db";
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(data, "backup")).FullName, name);
        var source = Path.Combine(data, "envagut.db");
        if (!File.Exists(source))
        {
            await Console.Error.WriteLineAsync($"There is no database in {data}.");
            return 1;
        }
        await using var from = new SqliteConnection($"Data Source={source};Mode=ReadOnly;Pooling=False");
        await using var to = new SqliteConnection($"Data Source={target};Pooling=False");
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
        await using var check = to.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (await check.ExecuteScalarAsync() is not "ok")
        {
            await Console.Error.WriteLineAsync($"{target} is not whole.");
            return 1;
        }
        Console.WriteLine(target);
        return 0;
    }

    private static Task<int> CodeAsync(WebApplication app, string[] args)
    {
        Console.WriteLine(Totp.Code(args.FirstOrDefault() ?? Totp.DemoSecret, app.Services.GetRequiredService<TimeProvider>().UtcNow()));
        return Task.FromResult(0);
    }
}
