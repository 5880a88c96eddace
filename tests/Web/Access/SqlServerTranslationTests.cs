using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Access;

/// <summary>Whatever a page or a command of the thread asks SQLite, SQL Server would understand too.</summary>
public class SqlServerTranslationTests(TranslatingApp app) : IClassFixture<TranslatingApp>
{
    [Fact]
    public async Task Every_query_behind_the_pages_can_be_asked_of_SQL_Server()
    {
        Assert.SkipWhen(TestServer.IsNamed, TestServer.AboutSqlite);
        var data = await app.DataAsync();
        foreach (var row in AccessMatrix.Rows)
        {
            var client = await app.ClientAsync(row.Allowed[0]);
            using var response = await client.GetAsync(data.Url(row));
        }
        Assert.True(app.Translation.Translated > 50, $"only {app.Translation.Translated} queries were seen");
        Expect.None(app.Translation.Faults);
    }
}

public sealed class TranslatingApp : MatrixApp
{
    public SqlServerTranslation Translation { get; } = new();

    protected override void AddTestServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(Translation);
}
