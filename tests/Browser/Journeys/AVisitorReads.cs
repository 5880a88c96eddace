using Xunit;

namespace EnVagUt.Tests.Browser.Journeys;

public class AVisitorReads(Site site)
{
    [Fact]
    public Task The_public_pages() => Journey.WalkAsync(site, async visitor =>
    {
        await visitor.OpenAsync("/");
        await visitor.OpenAsync("/om");
        Assert.Equal(404, await visitor.ComeToAsync("/finns-inte"));
        await visitor.SeeHeadingAsync("Sidan finns inte");
    });
}
