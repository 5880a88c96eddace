using System.Net;
using EnVagUt.Tests.Common;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EnVagUt.Tests.Web.Hosting;

public class OperationsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_portal_without_its_database_is_alive_but_not_ready()
    {
        await using var app = new PortalApp();
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/halsa/redo", Ct)).StatusCode);

        await app.Database.DisposeAsync();
        File.Delete(new SqliteConnectionStringBuilder(app.Database.ConnectionString).DataSource);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/halsa/lever", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/halsa/redo", Ct)).StatusCode);
    }
}
