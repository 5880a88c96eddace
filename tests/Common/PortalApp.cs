using System.Security.Claims;
using System.Text.Encodings.Web;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EnVagUt.Tests.Common;

/// <summary>
/// The whole portal over in-process HTTP, with a database file and a clock of its own: one per test class
/// (IClassFixture&lt;PortalApp&gt;). Jobs are off; letters stay in the outbox table. Antiforgery and authorization are
/// the real ones; only the sign-in is replaced, by a header that names the user.
/// </summary>
public class PortalApp : WebApplicationFactory<Program>
{
    public PortalApp() => Database = TestDb.InFile(Path.Combine(Folder, "envagut.db"));

    /// <summary>Where the database lies; another server may be started on it.</summary>
    public string Folder { get; } = TestFolder.Create();

    public FakeClock Clock { get; } = new();
    public TestDb Database { get; }

    /// <summary>A visitor: nobody is signed in. Redirects are not followed; cookies are kept.</summary>
    public HttpClient Visitor() =>
        CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

    /// <summary>Adds a user with the role and gives a client already signed in.</summary>
    /// <param name="named">For persons with protected identity.</param>
    public Task<HttpClient> SignInAsAsync(Role role, Verksamhetsgren? gren = null, Guid? employerId = null, bool named = false) =>
        SignInAsAsync([role], gren, employerId, named);

    public async Task<HttpClient> SignInAsAsync(IReadOnlyCollection<Role> roles, Verksamhetsgren? gren = null, Guid? employerId = null, bool named = false)
    {
        var (user, _) = await TestUsers.AddAsync(Database, Clock, roles, gren, employerId, named);
        return SignedIn(user.Id);
    }

    /// <summary>A client signed in as a user who is in the database.</summary>
    public HttpClient SignedIn(Guid userId)
    {
        var client = Visitor();
        client.DefaultRequestHeaders.Add(HeaderSignIn.Header, userId.ToString());
        return client;
    }

    /// <summary>A client of another server on the same database, signed in with the portal's own cookie.</summary>
    public async Task<HttpClient> SignInAtAsync(Uri server, Role role)
    {
        var (user, _) = await TestUsers.AddAsync(Database, Clock, [role]);
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server };
        client.DefaultRequestHeaders.Add("Cookie", await InScopeAsync(s => SessionCookie.MakeAsync(s, user)));
        return client;
    }

    /// <summary>Runs services in a scope of their own, as a job unless <paramref name="become"/> says otherwise.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work, Action<Viewer>? become = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        if (become is null)
            viewer.BecomeJob();
        else
            become(viewer);
        return await work(scope.ServiceProvider);
    }

    public Task<T> ReadAsync<T>(Func<AppDb, Task<T>> read) => InScopeAsync(s => read(s.GetRequiredService<AppDb>()));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ENVAGUT_DATA", Folder);
        foreach (var (name, value) in TestServer.SettingsOf(Folder))
            builder.UseSetting(name, value);
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("RateLimits:SignInPerMinute", "100000");
        foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
            builder.UseSetting($"Logging:LogLevel:{category}", "Critical");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Scheme, null);
            services.PostConfigure<AuthenticationOptions>(o => o.DefaultAuthenticateScheme = HeaderSignIn.Scheme);
            AddTestServices(services);
        });
    }

    /// <summary>What a derived host replaces or adds.</summary>
    protected virtual void AddTestServices(IServiceCollection services)
    {
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Who the header names is signed in; without it the portal's own cookie decides.</summary>
    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        public new const string Scheme = "Test";
        public const string Header = "X-Test-User";

        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].SingleOrDefault() is not { } userId)
                return await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
            Claim[] claims = [new(ClaimTypes.NameIdentifier, userId), new(ClaimTypes.Name, userId), new("amr", "mfa")];
            var user = new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
            return AuthenticateResult.Success(new AuthenticationTicket(user, Scheme));
        }
    }
}
