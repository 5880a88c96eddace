using EnVagUt.Tests.Common;
using EnVagUt.Web.Hosting;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Hosting;

public class JobStorageTests
{
    [Fact]
    public async Task On_the_embedded_database_the_clock_is_kept_in_memory_by_each_portal_for_itself()
    {
        await using var one = new JobsApp();
        await using var other = new JobsApp();
        Assert.IsType<InMemoryStorage>(one.Services.GetRequiredService<JobStorage>());
        one.Services.GetRequiredService<JobClock>().Sync([]);
        Assert.NotEmpty(other.Services.GetRequiredService<JobClock>().Stored());
    }

    [Fact]
    public async Task Tables_in_a_sql_server_that_is_not_the_portals_are_refused_at_start()
    {
        await using var app = new JobsApp(("Jobs:Storage", "SqlServer"));
        Assert.Contains("Database:Provider", Assert.ThrowsAny<Exception>(() => app.Services).Message, StringComparison.Ordinal);
    }

    private sealed class JobsApp(params (string Name, string Value)[] settings) : PortalApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Jobs:Enabled", "true");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
        }
    }
}
