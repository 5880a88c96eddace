using System.Net;
using EnVagUt.Tests.Common;
using EnVagUt.Web.Content;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Visitor;

public class ContentTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly string[] Pages =
        ["/", "/arbetsgivare", "/fragor-och-svar", "/om", "/personuppgifter", "/tillganglighet", "/fraga", "/fraga/tack"];

    public static TheoryData<string> PublicPages => [.. Pages];

    [Theory, MemberData(nameof(PublicPages))]
    public async Task A_public_page_has_a_title_a_heading_and_the_way_past_the_menu(string url)
    {
        using var visitor = app.Visitor();
        var page = await visitor.GetPageAsync(url);
        Assert.EndsWith("En väg ut – Lindköpings kommun", page.Title, StringComparison.Ordinal);
        Assert.Equal("sv", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector(page.QuerySelector("a.ds-skip-link")!.GetAttribute("href")!));
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src]), [onclick]"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Theory, MemberData(nameof(PublicPages))]
    public async Task Every_link_on_a_public_page_leads_somewhere(string url)
    {
        using var visitor = app.Visitor();
        var page = await visitor.GetPageAsync(url);
        foreach (var href in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Distinct().Where(h => h != "/arbetsgivare/platser/ny"))
        {
            if (href.StartsWith('#'))
            {
                Assert.True(page.QuerySelector(href) is not null, $"{url} links to {href}");
                continue;
            }
            if (!href.StartsWith('/'))
            {
                Assert.Matches("^(https://|mailto:|tel:)", href);
                continue;
            }
            using var response = await visitor.GetAsync(href);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{url} links to {href}: {response.StatusCode}");
            if (href.Split('#') is [_, var anchor])
                Assert.True((await response.DocumentAsync()).GetElementById(anchor) is not null, $"{url} links to {href}, which has no such heading");
        }
    }

    [Fact]
    public async Task Employers_find_at_least_a_dozen_answers()
    {
        using var visitor = app.Visitor();
        var page = await visitor.GetPageAsync("/fragor-och-svar");
        var questions = page.QuerySelectorAll(".faq details").ToList();
        Assert.True(questions.Count >= 12);
        Assert.All(questions, q => Assert.EndsWith("?", q.QuerySelector("summary h3")!.TextContent, StringComparison.Ordinal));
        Assert.All(questions, q => Assert.True(q.QuerySelector("div")!.TextContent.Trim().Length > 40));
    }

    [Fact]
    public async Task Every_text_in_the_content_folder_has_its_page()
    {
        using var visitor = app.Visitor();
        foreach (var text in app.Services.GetRequiredService<ContentPages>().All)
        {
            var page = await visitor.GetPageAsync(text.Name == "start" ? "/" : $"/{text.Name}");
            Assert.Equal(text.Title, page.QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public void Markup_in_a_text_is_shown_not_obeyed() =>
        Assert.Equal("<p>&lt;script&gt;x&lt;/script&gt;</p>\n", ContentPages.ToHtml("<script>x</script>").ToString());
}
