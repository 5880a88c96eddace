using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Browser;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Site))]
// One portal, one browser, two cores: journeys walk one after the other.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace EnVagUt.Tests.Browser;

/// <summary>The portal on a real socket with a real browser before it: one of each for all journeys. Sign-in is the real one.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = TestFolder.Create();
    private Host _host = null!;
    private IPlaywright? _playwright;

    public Site() => Database = TestDb.InFile(Path.Combine(_folder, "envagut.db"));

    /// <summary>The mail server that the portal's letters go to.</summary>
    public SmtpPeer Mail { get; private set; } = null!;

    public MovableClock Clock { get; } = new();

    public TestDb Database { get; }
    public Uri Address { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;
    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync()
    {
        Mail = await SmtpPeer.StartAsync();
        _host = new Host(_folder, Clock, Mail.Port);
        // Bound to 127.0.0.1 since localhost takes no free port; visited as localhost since passkeys accept no number.
        _host.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        _host.StartServer();
        Address = new UriBuilder(_host.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindBrowser(), Args = Flags });
    }

    /// <summary>Adds somebody who can sign in through the pages: with a password, and as staff with a second factor.</summary>
    public async Task<Login> AddLoginAsync(Role role, Verksamhetsgren? gren = null, Guid? employerId = null)
    {
        var (user, _) = await TestUsers.AddAsync(Database, Clock, [role], gren, employerId);
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var stored = (await users.FindByIdAsync(user.Id.ToString()))!;
        var password = $"lösen {Guid.NewGuid():N}";
        Require(await users.AddPasswordAsync(stored, password));
        if (!role.IsStaff())
            return new Login(user.Id, user.Email!, password, null);
        Require(await users.ResetAuthenticatorKeyAsync(stored));
        return new Login(user.Id, user.Email!, password, await users.GetAuthenticatorKeyAsync(stored));
    }

    /// <summary>The cookie that somebody's sign-in would have given.</summary>
    public async Task<Microsoft.Playwright.Cookie> SessionAsync(Login login)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByIdAsync(login.UserId.ToString());
        var cookie = (await SessionCookie.MakeAsync(scope.ServiceProvider, user!, Clock)).Split('=', 2);
        return new() { Name = cookie[0], Value = cookie[1], Url = Address.ToString() };
    }

    /// <summary>What a journey presupposes, done through the services as somebody who may.</summary>
    public Task DoAsync<TService>(Login login, Func<TService, Task> work) where TService : notnull => AskAsync<TService, bool>(login, async s =>
    {
        await work(s);
        return true;
    });

    public async Task<T> AskAsync<TService, T>(Login login, Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await using var db = Database.Open();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeUser(login.UserId, await db.RoleGrants.Where(g => g.UserId == login.UserId).ToListAsync());
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static void Require(IdentityResult result) =>
        Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(e => e.Description)));

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
        await _host.DisposeAsync();
        await Mail.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Debian's Chromium where it is installed, rather the one without windows; else the one that Playwright fetches.</summary>
    private static string? FindBrowser()
    {
        if (new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists) is { } installed)
            return installed;
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
            throw new InvalidOperationException("There is no Chromium, and Playwright could not fetch one.");
        return null;
    }

    private sealed class Host(string folder, TimeProvider clock, int mailPort) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ENVAGUT_DATA", folder);
            builder.UseSetting("Smtp:Host", "localhost");
            builder.UseSetting("Smtp:Port", $"{mailPort}");
            builder.UseSetting("Smtp:Tls", "None");
            // All journeys come from one address.
            builder.UseSetting("RateLimits:AnonymousFormsPerMinute", "10000");
            builder.UseSetting("RateLimits:SignInPerMinute", "10000");
            foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
                builder.UseSetting($"Logging:LogLevel:{category}", "Error");
            // The ledger tries what another process may have done already; EF reports each such try.
            builder.UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "None");
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }
}

/// <param name="Secret">The authenticator's, for those who have a second factor.</param>
public sealed record Login(Guid UserId, string Email, string Password, string? Secret)
{
    /// <summary>What the authenticator app shows now; Identity reads the real clock for it.</summary>
    public string Code => Totp.Code(Secret!, DateTime.UtcNow);
}

/// <summary>
/// Begins on Monday 1 March 2027, 09:00 in Stockholm, whatever day the tests run, and ticks from there as the real clock
/// does; a journey may move it on.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _ahead = new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return base.GetUtcNow() + _ahead;
    }

    public void AdvanceTo(DateOnly day)
    {
        lock (_lock)
            _ahead += TimeSpan.FromDays(day.DayNumber - this.Today().DayNumber);
    }
}
