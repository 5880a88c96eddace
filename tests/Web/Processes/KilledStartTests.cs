using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Processes;

public sealed class KilledStartTests : ProcessTest
{
    [Fact]
    public async Task A_portal_starts_though_another_was_killed_while_it_held_the_lock_of_migrations()
    {
        Assert.SkipWhen(TestServer.IsNamed, TestServer.AboutSqlite);
        await using var t = await CoreTest.StartInFileAsync();
        await t.Db.Database.ExecuteSqlRawAsync(
            "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-11-23 08:00:00')", TestContext.Current.CancellationToken);
        await using var portal = await PortalProcess.StartAsync(Folder(t), new Dictionary<string, string> { ["Jobs__Enabled"] = "false" });
        Assert.Equal("http", portal.Address.Scheme);
    }
}
