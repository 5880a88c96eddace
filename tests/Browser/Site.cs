using System.Net;
using EnVagUt.Core.Access;
using EnVagUt.Core.Users;
using EnVagUt.Tests.Browser;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]
// One portal, one browser, two cores: journeys walk one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace EnVagUt.Tests.Browser;

/// <summary>The portal on a real socket with a real browser before it: one of each for all journeys. Sign-in is the real one.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = TestFolder.Create();
    private readonly Host _host;
    private IPlaywright? _playwright;

    public Site()
    {
        Database = TestDb.InFile(Path.Combine(_folder, "envagut.db"));
        _host = new Host(_folder, Clock);
    }

    /// <summary>The real time, or as much later as a journey has moved it.</summary>
    public MovableClock Clock { get; } = new();

    public TestDb Database { get; }
    public Uri Address { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;
    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync()
    {
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

    private static void Require(IdentityResult result) =>
        Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(e => e.Description)));

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
        await _host.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Debian's Chromium where it is installed; else the one that Playwright fetches.</summary>
    private static string? FindBrowser()
    {
        if (new[] { "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists) is { } installed)
            return installed;
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
            throw new InvalidOperationException("There is no Chromium, and Playwright could not fetch one.");
        return null;
    }

    private sealed class Host(string folder, TimeProvider clock) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ENVAGUT_DATA", folder);
            builder.UseSetting("Jobs:Enabled", "false");
            // All journeys come from one address.
            builder.UseSetting("RateLimits:AnonymousFormsPerMinute", "10000");
            builder.UseSetting("RateLimits:SignInPerMinute", "10000");
            foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
                builder.UseSetting($"Logging:LogLevel:{category}", "Error");
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

/// <summary>Ticks as the real clock does, ahead of it by as much as it has been moved.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
