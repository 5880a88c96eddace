using System.Net;
using AngleSharp.Html.Dom;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Web.Races;

/// <summary>
/// Twenty signed-in coordinators, each with the page «Preliminärboka» of a placement open, press the button at the same
/// moment. Used with one server in process and with two server processes on one database.
/// </summary>
internal sealed class BookingRush(TestDb database, TimeProvider clock, IReadOnlyList<HttpClient> coordinators)
{
    private readonly Stage _stage = new(database, clock);

    public async Task OneSlotHasOneWinnerAsync(CancellationToken ct)
    {
        var offer = await _stage.OfferAsync(await _stage.WorkplaceAsync(ceiling: 100));
        var first = offer.From.AddMonths(1);
        var answers = await PressAsync(i => (offer, 0, first, offer.To, null), ct);
        Assert.Single(answers, a => a.Won);
        Assert.All(answers.Where(a => !a.Won), a => Assert.Contains($"Platsen är redan bokad {new Core.Ground.Time.Period(first, offer.To)}, mån–fre fm och em", a.Text, StringComparison.Ordinal));

        // A booking of the same slot at another time is nobody's loss.
        var before = await PressAsync(i => (offer, 0, offer.From, first.AddDays(-1), null), ct, count: 1);
        Assert.True(before[0].Won, before[0].Text);
    }

    public async Task ASupervisorsCeilingHoldsAsync(CancellationToken ct)
    {
        var offer = await _stage.OfferAsync(await _stage.WorkplaceAsync(ceiling: 100, supervisorCeiling: 2), o => o with { Slots = coordinators.Count });
        var answers = await PressAsync(i => (offer, i, offer.From, offer.To, null), ct);
        Assert.Equal(2, answers.Count(a => a.Won));
        Assert.All(answers.Where(a => !a.Won), a => Assert.Contains("Handledaren tar emot högst 2 samtidigt", a.Text, StringComparison.Ordinal));
    }

    public async Task OnePersonGetsOneSlotAsync(CancellationToken ct)
    {
        var offer = await _stage.OfferAsync(await _stage.WorkplaceAsync(ceiling: 100), o => o with { Slots = coordinators.Count });
        var person = await _stage.ParticipantAsync();
        var answers = await PressAsync(i => (offer, i, offer.From, offer.To, person), ct);
        Assert.Single(answers, a => a.Won);
        Assert.All(answers.Where(a => !a.Won), a => Assert.Contains("Personen är upptagen", a.Text, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<(bool Won, string Text)>> PressAsync(
        Func<int, (Offer Offer, int Slot, DateOnly From, DateOnly? To, Participant? Who)> plan, CancellationToken ct, int? count = null)
    {
        var open = new List<(HttpClient Client, string Url, IHtmlDocument Page)>();
        for (var i = 0; i < (count ?? coordinators.Count); i++)
        {
            var (offer, slot, from, to, who) = plan(i);
            var url = $"/placeringar/{await ProposeAsync(offer, slot, from, to, who ?? await _stage.ParticipantAsync())}/preliminarboka";
            open.Add((coordinators[i], url, await coordinators[i].GetPageAsync(url)));
        }
        using var barrier = new Barrier(open.Count);
        return await Task.WhenAll(open.Select(o => Task.Factory.StartNew(() =>
        {
            barrier.SignalAndWait(ct);
            return SendAsync(o.Client, o.Page, o.Url);
        }, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }

    private static async Task<(bool Won, string Text)> SendAsync(HttpClient client, IHtmlDocument page, string url)
    {
        using var response = await client.PostFormAsync(page, url);
        Assert.True(response.StatusCode is HttpStatusCode.Found or HttpStatusCode.UnprocessableEntity, $"{url} answered {(int)response.StatusCode}");
        return (response.StatusCode == HttpStatusCode.Found, (await response.DocumentAsync()).MainText());
    }

    private async Task<Guid> ProposeAsync(Offer offer, int slot, DateOnly from, DateOnly? to, Participant participant)
    {
        await using var db = database.Open();
        var placement = Placement.Propose(participant, offer, offer.Slots[slot], new(from, to), offer.Slots[slot].Cells, RuleSet.Shipped.On(from).Of(offer.Form), new Stamp(null, clock.GetUtcNow().UtcDateTime));
        db.Entry(placement).State = Microsoft.EntityFrameworkCore.EntityState.Added;
        await db.SaveChangesAsync();
        return placement.Id;
    }
}
