using EnVagUt.Core.Cases.Suggestions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class SlotSuggestionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Published_places_are_ranked_for_the_person()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var driving = await t.Stage.OfferAsync(workplace, o => o with { Title = "Chaufför", DrivingLicence = true });
        var good = await t.Stage.OfferAsync(workplace, o => o with { Title = "Lager" });
        await t.Stage.OfferAsync(workplace, o => o with { Title = "Utkast" }, published: false);
        await t.AsAsync(Role.Coordinator);
        var participant = await t.Stage.ParticipantAsync();

        var found = await t.Get<SlotSuggestions>().ForAsync(participant.Id, null, null, null, Ct);
        Assert.Equal([good.Id, driving.Id], found.Select(s => s.OfferId));
        Assert.True(found[0].Fit.IsGood);
        Assert.False(found[1].Fit.IsGood);
    }

    [Fact]
    public async Task Places_whose_Swedish_is_enough_are_looked_at_first()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        foreach (var level in new[] { SwedishLevel.Fluent, SwedishLevel.Everyday, SwedishLevel.None })
            await t.Stage.OfferAsync(workplace, o => o with { Title = $"{level}", Swedish = level, From = o.From.AddDays(-(int)level) });
        await t.AsAsync(Role.Coordinator);
        Assert.Equal(["Everyday", "None", "Fluent"],
            await SlotSuggestions.MostLikely(t.Db, SwedishLevel.Everyday, false, t.Clock.Today()).Select(o => o.Title).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_other_people_have_booked_is_counted()
    {
        await using var t = await CoreTest.StartAsync();
        // Another supervisor, whose ceiling is a habit only.
        await t.Stage.WorkplaceAsync(supervisorCeiling: 3);
        await t.Db.Supervisors.ExecuteUpdateAsync(u => u.SetProperty(s => s.CeilingIsHard, false), Ct);
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(supervisorCeiling: 1), o => o with { Slots = 2 });
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, offer, 0, offer.From, offer.To);

        var one = Assert.Single(await t.Get<SlotSuggestions>().ForAsync(participant.Id, null, null, null, Ct));
        Assert.Equal(offer.Slots[1].Id, one.Fit.SlotId);
        Assert.Equal(0, one.FreeSlots);
        Assert.Contains(one.Fit.Reasons, r => r.Kind == FitKind.Blocks && r.Text.StartsWith("Handledaren har fullt v. ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workplace_that_is_full_speaks_against_its_own_places_only()
    {
        await using var t = await CoreTest.StartAsync();
        var full = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(ceiling: 1, supervisorCeiling: 1), o => o with { Slots = 2 });
        var free = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(ceiling: 1, supervisorCeiling: 1));
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, full, 0, full.From, full.To);
        var found = await t.Get<SlotSuggestions>().ForAsync(participant.Id, null, null, null, Ct);
        Assert.Equal([(free.Id, true), (full.Id, false)], found.Select(s => (s.OfferId, s.Fit.IsPossible)));
    }

    [Fact]
    public async Task What_the_person_does_in_another_gren_shows_as_busy_times_only()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        var other = await t.Stage.ParticipantAsync(Verksamhetsgren.Socialtjanst, personId: participant.PersonId);
        var elsewhere = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Title = "Hemligt" });
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Socialtjanst);
        await BookingTests.PencilAsync(t, elsewhere, 0, elsewhere.From, elsewhere.To, Cells.From([4]), other);

        await t.AsAsync(Role.Coordinator);
        var one = (await t.Get<SlotSuggestions>().ForAsync(participant.Id, null, null, null, Ct)).Single(s => s.OfferId == offer.Id);
        Assert.Contains("Personen är upptagen tis em; övriga pass går", one.Fit.Reasons.Select(r => r.Text));
        Assert.DoesNotContain(4, one.Fit.Cells.Indexes);
    }

    [Fact]
    public async Task A_slot_that_is_not_offered_is_not_found()
    {
        await using var t = await CoreTest.StartAsync();
        var draft = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), published: false);
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<SlotSuggestions>().ForSlotAsync(participant.Id, draft.Slots[0].Id, Ct));
    }

    [Fact]
    public async Task Words_and_kind_narrow_the_choice()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var kitchen = await t.Stage.OfferAsync(workplace, o => o with { Title = "Köksbiträde" });
        await t.Stage.OfferAsync(workplace, o => o with { Title = "Lager" });
        await EnVagUt.Core.Ground.Data.SearchIndex.SetAsync(t.Db, EnVagUt.Core.Ground.Data.SearchOwner.Offer, kitchen.Id, ["Köksbiträde", "Centrum"], Ct);
        await t.Db.SaveChangesAsync(Ct);
        await t.AsAsync(Role.Coordinator);
        var participant = await t.Stage.ParticipantAsync();

        Assert.Equal([kitchen.Id], (await t.Get<SlotSuggestions>().ForAsync(participant.Id, "kök centrum", null, null, Ct)).Select(s => s.OfferId));
        Assert.Empty(await t.Get<SlotSuggestions>().ForAsync(participant.Id, null, OfferKind.Clause, null, Ct));
        Assert.Empty(await t.Get<SlotSuggestions>().ForAsync(participant.Id, null, OfferKind.Praktik, Form.Spraktraning, Ct));
    }

    [Fact]
    public async Task Another_grens_person_is_not_found()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync(Verksamhetsgren.Socialtjanst);
        await t.AsAsync(Role.Coordinator);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<SlotSuggestions>().ForAsync(participant.Id, null, null, null, Ct));
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<SlotSuggestions>().ForSlotAsync(participant.Id, offer.Slots[0].Id, Ct));
    }
}
