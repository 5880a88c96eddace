using System.Text.RegularExpressions;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

/// <summary>Nobody is found ten days before the first day: the employer keeps the place or closes it, by the letter's link.</summary>
public partial class KeepOrCloseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(Offer Offer, string Secret)> ToldAsync(CoreTest t)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.RemindAsync(offer.From.AddDays(-10));
        t.AsJob();
        var letter = await t.Db.Mail.SingleAsync(m => m.Template == "plats-utan-person", Ct);
        return (offer, Secret().Match(letter.Text).Groups[1].Value);
    }

    [Theory]
    [InlineData(true, OfferStatus.Published, "Kept")]
    [InlineData(false, OfferStatus.Closed, "Closed")]
    public async Task The_link_answers_once_for_the_one_place(bool keep, OfferStatus leadsTo, string verb)
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, secret) = await ToldAsync(t);
        t.AsVisitor();
        Assert.Equal("Butiksbiträde", (await t.Get<OfferLinkService>().ReadAsync(secret, Ct))!.Title);
        await t.Get<OfferLinkService>().AnswerAsync(secret, keep, Ct);
        t.AsJob();
        Assert.Equal(leadsTo, (await t.Db.Offers.SingleAsync(o => o.Id == offer.Id, Ct)).Status);
        Assert.Contains(verb, await t.Db.VerbsAsync(h => h.SubjectId == offer.Id));
        Assert.Null(await t.Get<OfferLinkService>().ReadAsync(secret, Ct));
        Assert.Equal(Rule.LinkNotValid, await LetterStage.RefusedAsync(() => t.Get<OfferLinkService>().AnswerAsync(secret, keep, Ct)));
    }

    [Fact]
    public async Task An_answer_by_telephone_ends_the_link()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, secret) = await ToldAsync(t);
        await t.AsAsync(Role.Coordinator);
        await t.Get<OfferService>().KeepAsync(offer.Id, Ct, new OnBehalf(BehalfChannel.Phone, "Kim Kontakt"));
        t.AsVisitor();
        Assert.Equal(Rule.LinkNotValid, await LetterStage.RefusedAsync(() => t.Get<OfferLinkService>().AnswerAsync(secret, keep: false, Ct)));
    }

    [Fact]
    public async Task A_place_that_somebody_is_on_the_way_to_is_not_closed_and_a_link_that_is_too_old_opens_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, secret) = await ToldAsync(t);
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<PlacementService>().ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From.AddDays(14), To = offer.To }, Ct);
        await t.Get<PlacementService>().PencilAsync(id, Ct);
        t.AsVisitor();
        Assert.Equal(Rule.OfferHasLivePlacements, await LetterStage.RefusedAsync(() => t.Get<OfferLinkService>().AnswerAsync(secret, keep: false, Ct)));
        t.Clock.Advance(OfferLink.Lifetime);
        t.NewScope();
        Assert.Null(await t.Get<OfferLinkService>().ReadAsync(secret, Ct));
        foreach (var wrong in new[] { null, "", "x", new string('x', 200) })
            Assert.Null(await t.Get<OfferLinkService>().ReadAsync(wrong, Ct));
    }

    [GeneratedRegex(@"/plats-kvar\?nyckel=([\w-]+)")]
    private static partial Regex Secret();
}
