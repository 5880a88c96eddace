using System.Net;
using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Look;

public class HeadersTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/finns-inte")]
    [InlineData("/js/portal.js")]
    public async Task Every_answer_forbids_what_is_inline_or_from_elsewhere(string url)
    {
        using var client = app.Visitor();
        using var response = await client.GetAsync(url);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Single(response.Headers.GetValues("Permissions-Policy"));
    }

    [Fact]
    public async Task An_unknown_address_is_a_friendly_404_for_visitors_and_users()
    {
        using var visitor = app.Visitor();
        using var user = await app.SignInAsAsync(Role.Coordinator, Verksamhetsgren.Arbetsmarknad);
        foreach (var client in new[] { visitor, user })
        {
            using var response = await client.GetAsync("/finns-inte");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            var page = await response.DocumentAsync();
            Assert.Equal("Sidan finns inte", page.QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task The_error_page_is_no_page_of_its_own()
    {
        using var client = app.Visitor();
        using var response = await client.GetAsync("/fel/403");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_crash_page_needs_nothing_but_itself()
    {
        using var client = app.Visitor();
        var page = await client.GetPageAsync("/fel.html");
        Assert.Contains("Felet är vårt, inte ditt", page.MainText(), StringComparison.Ordinal);
    }
}

public sealed class CrashingPortal : PortalApp
{
    protected override void AddTestServices(IServiceCollection services) =>
        services.AddScoped<QuestionService>(_ => throw new InvalidOperationException("inre hemlighet"));
}

public class CrashTests(CrashingPortal app) : IClassFixture<CrashingPortal>
{
    [Fact]
    public async Task A_crash_is_told_kindly_and_tells_nothing()
    {
        using var client = app.Visitor();
        using var response = await client.GetAsync("/fraga");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Något gick fel hos oss", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hemlighet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
        Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }
}
