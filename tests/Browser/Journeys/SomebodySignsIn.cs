using EnVagUt.Core.Ground.Access;
using Microsoft.Playwright;
using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public class SomebodySignsIn(Site site)
{
    [Theory]
    [InlineData(Role.EmployerReader, Journey.Wide)]
    [InlineData(Role.Administrator, Journey.Narrow)]
    public async Task And_out_again(Role role, int width)
    {
        var login = await site.AddLoginAsync(role);
        await Journey.WalkAsync(site, async somebody =>
        {
            await somebody.SignInAsync(login);
            await somebody.OpenAsync("/konto");
            await somebody.OpenAsync("/konto/logga-ut");
            await somebody.GoOnAsync(somebody.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Logga ut" }));
            await somebody.OpenAsync("/konto");
            await somebody.SeeHeadingAsync("Logga in");
        }, width);
    }

    [Fact]
    public async Task Without_JavaScript_too()
    {
        var login = await site.AddLoginAsync(Role.Coordinator);
        await Journey.WalkAsync(site, somebody => somebody.SignInAsync(login), javaScript: false);
    }
}
