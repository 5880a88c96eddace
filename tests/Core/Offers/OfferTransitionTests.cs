using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;
using A = EnVagUt.Core.Places.Offers.OfferAction;

namespace EnVagUt.Tests.Core.Offers;

/// <summary>
/// Who may do what, when. e = the employer's administrator · r = reviewer (samordnare, företagskontakt, enhetschef) ·
/// c = case worker (samordnare, arbetskonsulent, enhetschef) · a = all of those · with + it is recorded on the employer's behalf · everybody else, and everybody where a point stands, is refused.
/// </summary>
public class OfferTransitionTests
{
    // Unapproved: sent in by an employer that AME has not approved. Pencilled: one of two seats is held for somebody.
    private static readonly TransitionDocument Document = new("""
                  Draft Submitted Unapproved Returned Published Pencilled Filled Paused Closed TimeIsOver
        Edit        e       ·         ·          e        ·         ·        ·      ·      ·       ·
        Edit+       ·       ·         ·          a        ·         ·        ·      ·      ·       ·
        Submit      e       ·         ·          e        ·         ·        ·      ·      ·       ·
        Submit+     ·       ·         ·          a        ·         ·        ·      ·      ·       ·
        Return      ·       r         r          ·        ·         ·        ·      ·      ·       ·
        Publish     ·       r         ·          ·        ·         ·        ·      ·      ·       ·
        Propose     ·       ·         ·          ·        c         c        c      ·      ·       ·
        Keep        ·       ·         ·          ·        e         e        ·      ·      ·       ·
        Keep+       ·       ·         ·          ·        a         a        ·      ·      ·       ·
        Pause       ·       ·         ·          ·        e         e        e      ·      ·       ·
        Pause+      ·       ·         ·          ·        a         a        a      ·      ·       ·
        Resume      ·       ·         ·          ·        ·         ·        ·      e      ·       ·
        Resume+     ·       ·         ·          ·        ·         ·        ·      a      ·       ·
        Close       e       e         e          e        e         ·        ·      e      ·       ·
        Close+      ·       a         a          a        a         ·        ·      a      ·       ·
        """);

    public static TheoryData<string> Situations() => [.. Document.Situations];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Each_role_can_do_what_the_document_says_and_nothing_else(string situation)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(approved: situation != "Unapproved");
        var offer = await BringAsync(t, workplace, situation);
        var participant = await t.Stage.ParticipantAsync();
        t.AsJob();
        var before = await StatusAsync(t, offer.Id);
        var happened = new List<string>();
        var actors = await WhoMay.AllAsync(t, offer.EmployerId);
        foreach (var name in Document.Actions)
        {
            var (action, said) = (Enum.Parse<A>(name.TrimEnd('+')), name.EndsWith('+') ? new OnBehalf(BehalfChannel.Phone, "Kim Kontakt") : null);
            var passed = new List<string>();
            foreach (var actor in actors)
                if (await actor.TryAsync(t, () => DoAsync(t, action, offer, participant, said), async () => Assert.Contains(await StatusAsync(t, offer.Id),
                        OfferTransitions.Table[action].LeadsTo is { Length: > 0 } leadsTo ? leadsTo : [before])))
                    passed.Add(actor.Name);
            happened.Add($"{name}: {WhoMay.Letter(passed)}");
        }
        Assert.Equal(Document.Column(situation), happened);
    }

    [Fact]
    public void The_document_has_every_action_and_every_status()
    {
        Assert.Equal(Enum.GetNames<A>().Concat(OfferTransitions.Table.Rows.Where(r => r.OnBehalf.Length > 0).Select(r => $"{r.Action}+")).Order(StringComparer.Ordinal),
            Document.Actions.Order(StringComparer.Ordinal));
        Assert.Empty(Enum.GetNames<OfferStatus>().Except(Document.Situations));
    }

    private static async Task<OfferStatus> StatusAsync(CoreTest t, Guid id) =>
        (await t.Db.Offers.AsNoTracking().SingleAsync(o => o.Id == id)).StatusOn(t.Clock.Today());

    private static async Task<Offer> BringAsync(CoreTest t, Workplace workplace, string situation)
    {
        var offer = await t.Stage.OfferAsync(workplace, o => o with { Slots = situation == "Pencilled" ? 2 : 1 }, published: false);
        A[] way = situation switch
        {
            "Draft" => [],
            "Submitted" or "Unapproved" => [A.Submit],
            "Returned" => [A.Submit, A.Return],
            "Paused" => [A.Submit, A.Publish, A.Pause],
            "Closed" => [A.Close],
            _ => [A.Submit, A.Publish],
        };
        foreach (var action in way)
        {
            await t.AsAsync(action is A.Publish or A.Return ? Role.BusinessContact : Role.EmployerAdmin, employerId: offer.EmployerId);
            await DoAsync(t, action, offer, null);
        }
        if (situation is "Pencilled" or "Filled")
        {
            await t.AsAsync(Role.Coordinator);
            await t.Get<PlacementService>().PencilAsync(await ProposeAsync(t, offer, await t.Stage.ParticipantAsync()), default);
        }
        if (situation == "TimeIsOver")
            t.Clock.SetStockholm(offer.To!.Value.AddDays(1));
        return offer;
    }

    private static async Task DoAsync(CoreTest t, A action, Offer offer, Participant? participant, OnBehalf? said = null) => await (action switch
    {
        A.Edit or A.Submit => EditAsync(t, offer, submit: action == A.Submit, said),
        A.Return => t.Get<OfferReviewService>().ReturnAsync(offer.Id, "Vilka tider gäller?", default),
        A.Publish => t.Get<OfferReviewService>().PublishAsync(offer.Id, default),
        A.Propose => ProposeAsync(t, offer, participant!),
        A.Pause or A.Resume => t.Get<OfferService>().PauseAsync(offer.Id, action == A.Pause, default, said),
        A.Keep => t.Get<OfferService>().KeepAsync(offer.Id, default, said),
        A.Close => t.Get<OfferService>().CloseAsync(offer.Id, default, said),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    });

    private static async Task EditAsync(CoreTest t, Offer offer, bool submit, OnBehalf? said)
    {
        var version = await t.Db.Offers.AsNoTracking().Where(o => o.Id == offer.Id).Select(o => o.Version).SingleAsync();
        await t.Get<OfferService>().EditAsync(offer.Id, version, new OfferDetails
        {
            WorkplaceId = offer.WorkplaceId, Form = offer.Form, Title = offer.Title, Tasks = offer.Tasks,
            From = offer.From, To = offer.To, Pattern = offer.Pattern.Times, Slots = offer.Slots.Count, Displacement = Displacement.None,
        }, submit, default, said);
    }

    private static async Task<Guid> ProposeAsync(CoreTest t, Offer offer, Participant participant)
    {
        var slot = await t.Db.Slots.Where(s => s.OfferId == offer.Id).OrderBy(s => s.Number).Select(s => s.Id).FirstAsync();
        return await t.Get<PlacementService>().ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = slot, From = offer.From, To = offer.To }, default);
    }
}
