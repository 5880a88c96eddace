using System.Net;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web;

public class PortalAppTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_portal_starts_and_knows_no_such_page()
    {
        using var client = await app.SignInAsAsync(Role.Administrator);
        using var response = await client.GetAsync("/finns-inte");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
