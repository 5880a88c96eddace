using System.Net;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Hosting;

public class OperationsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_portal_without_its_database_is_alive_but_not_ready()
    {
        Assert.SkipWhen(TestServer.IsNamed, TestServer.AboutSqlite);
        await using var app = new PortalApp();
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/halsa/redo", Ct)).StatusCode);

        await app.Database.DisposeAsync();
        File.Delete(new SqliteConnectionStringBuilder(app.Database.ConnectionString).DataSource);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/halsa/lever", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/halsa/redo", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("new", true)]
    [InlineData("nobody sends", false)]
    [InlineData("its server died", false)]
    [InlineData("refused again and again", false)]
    [InlineData("one full mailbox", true)]
    public async Task Letters_that_do_not_leave_make_the_portal_unhealthy_within_an_hour(string what, bool healthy)
    {
        await using var app = new PortalApp();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        if (what != "nothing")
            await WriteAsync(app, "brev", what == "new" ? now.AddMinutes(-59) : now.AddMinutes(-61));
        await app.ReadAsync(db => what switch
        {
            "its server died" => db.Mail.ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.LeaseUntil, now.AddMinutes(-61)), Ct),
            "refused again and again" or "one full mailbox" => db.Mail.ExecuteUpdateAsync(s => s
                .SetProperty(m => m.Attempts, 3).SetProperty(m => m.NextAttemptAt, now.AddMinutes(10)), Ct),
            _ => Task.FromResult(0),
        });
        if (what == "one full mailbox")
        {
            await WriteAsync(app, "annat", now.AddMinutes(-5));
            await app.ReadAsync(db => db.Mail.Where(m => m.Key == "annat").ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, now.AddMinutes(-4)), Ct));
        }
        using var visitor = app.Visitor();
        using var answer = await visitor.GetAsync("/halsa/jobb", Ct);
        Assert.Equal((healthy ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, healthy ? "Healthy" : "Unhealthy"),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
    }

    private static Task<int> WriteAsync(PortalApp app, string key, DateTime at) => app.ReadAsync(db =>
    {
        db.Mail.Add(new OutgoingMail(key, "prov", "x@exempel.se", "x", "x", "x", at));
        return db.SaveChangesAsync(Ct);
    });
}
