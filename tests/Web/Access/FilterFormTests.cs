using System.Reflection;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Access;

/// <summary>A search or a filter that sends a name which its page does not read looks as if it worked, and finds everything.</summary>
public class FilterFormTests(MatrixApp app) : IClassFixture<MatrixApp>
{
    [Fact]
    public async Task Every_search_form_sends_what_its_page_reads()
    {
        var (faults, forms) = (new List<string>(), 0);
        foreach (var row in AccessMatrix.Rows.Where(r => r is { Opens: 200, Public: false }))
        {
            if (PageOf(row.Route) is not { } page)
                continue;
            var read = ReadByGet(page);
            var html = await (await app.ClientAsync(row.Allowed[0])).GetPageAsync((await app.DataAsync()).Url(row));
            foreach (var form in html.QuerySelectorAll("main form[method=get]"))
            {
                forms++;
                faults.AddRange(form.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")!)
                    .Where(n => !read.Contains(n)).Select(n => $"{row.Route} sends {n}; {page.Name} reads {string.Join(", ", read)}"));
            }
        }
        Expect.None(faults);
        Assert.True(forms >= 5, $"Only {forms} forms were looked at.");
    }

    private TypeInfo? PageOf(string route) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => "/" + e.RoutePattern.RawText!.TrimStart('/') == route)
        .Select(e => e.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.ModelTypeInfo).FirstOrDefault(t => t is not null);

    private static HashSet<string> ReadByGet(TypeInfo page) => page.GetProperties()
        .Select(p => p.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true } bind ? bind.Name ?? p.Name
            : p.GetCustomAttribute<FromQueryAttribute>() is { } query ? query.Name ?? p.Name : null)
        .OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
}
