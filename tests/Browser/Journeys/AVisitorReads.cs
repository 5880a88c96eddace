using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public class AVisitorReads(Site site)
{
    [Theory]
    [InlineData(Journey.Wide)]
    [InlineData(Journey.Narrow)]
    public Task The_public_pages(int width) => Journey.WalkAsync(site, async visitor =>
    {
        await visitor.OpenAsync("/");
        await visitor.OpenAsync("/om");
        await visitor.Page.GotoAsync("/finns-inte");
        await visitor.SeeHeadingAsync("Sidan finns inte");
        await visitor.LookAroundAsync();
    }, width);
}
