using System.Net;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace EnVagUt.Tests.Bench;

/// <summary>The portal on Kestrel with 100 000 placements, and beside its own pages the reference page of this project.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("envagut-bench-").FullName;
    private readonly TestDb _database;
    private readonly Host _host;

    private BenchHost()
    {
        _database = TestDb.InFile(Path.Combine(_folder, "envagut.db"));
        _host = new Host(_folder);
    }

    public HttpClient Client { get; private set; } = null!;
    public IReadOnlyList<Guid> PlacementIds { get; private set; } = [];

    public static async Task<BenchHost> StartAsync()
    {
        var host = new BenchHost();
        var data = await BenchData.FillAsync(host._database);
        host.PlacementIds = data.PlacementIds;
        host._host.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        host._host.StartServer();
        host.Client = await host.SignInAsync(data.Coordinator);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpClient> SignInAsync(User user)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _host.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Add("Cookie", await SessionCookie.MakeAsync(scope.ServiceProvider, user));
        return client;
    }

    private sealed class Host(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ENVAGUT_DATA", folder);
            builder.UseSetting("Jobs:Enabled", "false");
            foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
                builder.UseSetting($"Logging:LogLevel:{category}", "Error");
            builder.ConfigureTestServices(s => s.AddRazorPages().AddApplicationPart(typeof(BenchHost).Assembly));
        }
    }
}
