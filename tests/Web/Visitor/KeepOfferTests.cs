using System.Net;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Web.Visitor;

public class KeepOfferTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Opening_the_link_changes_nothing_and_one_button_answers()
    {
        var stage = new Stage(app.Database, app.Clock);
        var offer = await stage.OfferAsync(await stage.WorkplaceAsync());
        var path = await app.ReadAsync(async db =>
        {
            var made = OfferLink.PathOf(db, offer.Id, mayAnswerByLink: true, app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return made;
        });
        using var visitor = app.Visitor();
        var page = await visitor.GetPageAsync(path);
        Assert.Contains(offer.Title, page.MainText(), StringComparison.Ordinal);
        await visitor.GetPageAsync(path);
        using var nothing = await visitor.PostFormAsync(page, path, [new("Keep", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var kept = await visitor.PostFormAsync(path, button: "Ha kvar platsen");
        Assert.Contains("Platsen ligger kvar", (await visitor.GetPageAsync(kept.Headers.Location!.OriginalString)).MainText(), StringComparison.Ordinal);
        Assert.Contains("redan vara besvarad", (await visitor.GetPageAsync(path)).MainText(), StringComparison.Ordinal);
        Assert.NotNull((await app.ReadAsync(db => db.Offers.SingleAsync(o => o.Id == offer.Id))).KeptAt);
    }
}
