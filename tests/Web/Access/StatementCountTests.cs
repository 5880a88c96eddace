using EnVagUt.Tests.Common;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Access;

/// <summary>No page asks the database more often because there is more in it.</summary>
public class StatementCountTests(MatrixApp few, CrowdedMatrixApp many) : IClassFixture<MatrixApp>, IClassFixture<CrowdedMatrixApp>
{
    private const int Most = 12;

    [Fact]
    public async Task A_page_takes_as_many_statements_with_ten_rows_as_with_two_hundred()
    {
        var faults = new List<string>();
        foreach (var row in AccessMatrix.Rows.Where(r => r.Opens == 200 && few.Routes().Any(e => e.Route == r.Route && e.Get)))
        {
            var (small, large) = (await CountAsync(few, row), await CountAsync(many, row));
            if (small.Count != large.Count)
                faults.Add($"{row.Route}: {small.Count} statements with 10 rows, {large.Count} with 200; among them\n  {string.Join("\n  ", large.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => $"{g.Count()} × {g.Key.ReplaceLineEndings(" ")}"))}");
            else if (large.Count > Most)
                faults.Add($"{row.Route}: {large.Count} statements, {Most} is the limit");
        }
        Expect.None(faults);
    }

    private static async Task<IReadOnlyList<string>> CountAsync(MatrixApp app, Row row)
    {
        var url = (await app.DataAsync()).Url(row);
        using var visitor = app.Visitor();
        var client = row.Public ? visitor : await app.ClientAsync(row.Allowed[0]);
        var counter = app.Services.GetRequiredService<StatementCounter>();
        // The first request may fill a cache; the second is what a page costs.
        (await counter.GetAsync(client, url)).Response.Dispose();
        var (response, statements) = await counter.GetAsync(client, url);
        using (response)
            Assert.True(response.IsSuccessStatusCode, $"{url} answered {(int)response.StatusCode}");
        return statements;
    }
}
