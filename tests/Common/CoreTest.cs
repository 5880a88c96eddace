using EnVagUt.Core;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Common;

/// <summary>
/// Core with a database of its own, a fake clock, and mail that is only remembered. Everything resolved comes from the current scope; <see cref="AsAsync"/> and <see cref="NewScope"/> begin another, as another request would.
/// </summary>
public sealed class CoreTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _folder;
    private readonly List<AsyncServiceScope> _scopes = [];
    private Action<Viewer> _become = v => v.BecomeJob();

    private CoreTest(TestDb database, string? folder, Action<IServiceCollection>? more)
    {
        Database = database;
        _folder = folder;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(database.Dialect);
        services.AddSingleton(Mail.Route);
        services.AddDbContext<AppDb>(o =>
        {
            database.Configure(o);
            if (!TestServer.IsNamed)
                o.AddInterceptors(SqlServerTranslation.Strict);
        });
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddIdentityCore<User>().AddEntityFrameworkStores<AppDb>().AddDefaultTokenProviders();
        services.AddCore();
        more?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        NewScope();
    }

    public FakeClock Clock { get; } = new();
    public RememberingMail Mail { get; } = new();
    public TestDb Database { get; }

    /// <summary>Where a portal can be started on the same database.</summary>
    public string Folder => _folder ?? throw new InvalidOperationException("It lies in memory: start the test in a file.");

    public Stage Stage => new(Database, Clock);

    /// <summary>The root provider, for what makes its own scopes (jobs, commands that retry).</summary>
    public IServiceProvider Services => _services;

    /// <summary>The current scope's context.</summary>
    public AppDb Db => Get<AppDb>();

    public Viewer Viewer => Get<Viewer>();

    /// <summary>The acting user and the time, as a service would take them.</summary>
    public Stamp Stamp => Viewer.Stamp(Clock);

    /// <summary>In memory: one connection, one thing at a time. Seen as a job until <see cref="AsAsync"/> is called.</summary>
    public static Task<CoreTest> StartAsync(Action<IServiceCollection>? services = null) =>
        Task.FromResult(new CoreTest(TestDb.InMemory(), null, services));

    /// <summary>In a file, for tests where several scopes work at the same time.</summary>
    public static Task<CoreTest> StartInFileAsync(Action<IServiceCollection>? services = null)
    {
        var folder = TestFolder.Create();
        return Task.FromResult(new CoreTest(TestDb.InFile(Path.Combine(folder, "envagut.db")), folder, services));
    }

    public T Get<T>() where T : notnull => _scopes[^1].ServiceProvider.GetRequiredService<T>();

    /// <summary>Begins a new scope with the same viewer: nothing tracked, everything read again.</summary>
    public void NewScope()
    {
        var scope = _services.CreateAsyncScope();
        _become(scope.ServiceProvider.GetRequiredService<Viewer>());
        _scopes.Add(scope);
    }

    /// <summary>Adds a user with the role and begins a new scope seen with that user's eyes.</summary>
    /// <param name="named">For persons with protected identity.</param>
    public async Task<Guid> AsAsync(Role role, Verksamhetsgren? gren = null, Guid? employerId = null, bool named = false)
    {
        var (user, grants) = await TestUsers.AddAsync(Database, Clock, [role], gren, employerId, named);
        _become = v => v.BecomeUser(user.Id, grants);
        NewScope();
        return user.Id;
    }

    public void AsJob() => As(v => v.BecomeJob());

    public void AsVisitor() => As(v => v.BecomeVisitor());

    /// <summary>Begins a new scope seen with the eyes that are given.</summary>
    public void As(Action<Viewer> become)
    {
        _become = become;
        NewScope();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes)
            await scope.DisposeAsync();
        await _services.DisposeAsync();
        await Database.DisposeAsync();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
