using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Offers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>Finds a slot for a case among the offers there are, or lets an employer offer one more.</summary>
internal sealed class DemoOffers(DemoStage stage, DemoLogins logins, IReadOnlyList<DemoPlace> places)
{
    private const int WorkingDaysToPublish = 2;
    private readonly List<DemoOffer> _offers = [];

    // Lots of its own, so that the rest of the demo stays as it is.
    private readonly Random _answers = new(20260505);

    public (DemoOffer Offer, int Slot) Find(Form form, DateOnly proposed, DateOnly from, DateOnly? to)
    {
        var until = to ?? DateOnly.MaxValue;
        if (form == Form.Praktik && stage.Chance(0.7))
            foreach (var offer in _offers.Where(o => o.Form == form && o.Contract is null && o.PublishedOn < proposed).Reverse().Take(60))
                if (offer.Take(from, until) is var free and >= 0)
                    return (offer, free);
        var made = form == Form.Praktik
            ? Make(form, from.AddDays(-stage.Random.Next(8)), from.AddMonths(stage.Random.Next(9, 15)), stage.Random.Next(1, 5), proposed)
            : Make(form, from, to, 1, proposed);
        return (made, made.Take(from, until));
    }

    /// <summary>An offer that is in order and published before somebody is proposed to it.</summary>
    public DemoOffer Make(Form form, DateOnly from, DateOnly? to, int slots, DateOnly before, DemoPlace? at = null, Func<Guid>? contract = null)
    {
        var until = to ?? DateOnly.MaxValue;
        var free = at is null ? places.Where(p => p.Free(from, until) > 0).ToList() : [at];
        var place = at ?? stage.Weighted<DemoPlace>([.. free.Select(p => (p, p.Weight))]);
        slots = Math.Min(slots, place.Free(from, until));
        var submitted = before.AddWorkingDays(-stage.Random.Next(6, 15));
        var offer = new DemoOffer(place, form, from, to, slots, form == Form.Praktik && stage.Chance(0.2), submitted.AddWorkingDays(WorkingDaysToPublish)) { Contract = contract };
        place.Hold(from, until, slots);
        _offers.Add(offer);
        var details = Details(offer);
        if (contract is null && stage.Chance(0.08))
            ReturnFirst(offer, details, submitted);
        else
            stage.On(submitted, () => DraftAsync(offer, details, submit: true));
        stage.On(offer.PublishedOn, () => PublishAsync(offer));
        return offer;
    }

    /// <summary>Offers that nobody has been proposed to, in the states that an office sees on an ordinary day.</summary>
    public void MakeToday(OfferStatus status, int daysAgo)
    {
        var from = stage.Last.AddDays(stage.Random.Next(20, 60));
        var to = from.AddMonths(6);
        var place = stage.Weighted<DemoPlace>([.. places.Where(p => p.Free(from, to) > 0).Select(p => (p, p.Weight))]);
        var offer = new DemoOffer(place, stage.Weighted((Form.Praktik, 3), (Form.Employment, 1)), from, to, 1, false, stage.Last);
        place.Hold(from, to, 1);
        var details = Details(offer);
        var day = stage.Last.AddDays(-daysAgo);
        stage.On(day, () => DraftAsync(offer, details, submit: status != OfferStatus.Draft));
        if (status is OfferStatus.Published or OfferStatus.Paused)
            stage.On(day.AddDays(1), () => PublishAsync(offer));
        if (status == OfferStatus.Returned)
            stage.On(day.AddDays(1), () => ReturnAsync(offer));
        if (status == OfferStatus.Paused)
            stage.On(day.AddDays(2), () => TellAsync(offer, (s, said) => s.PauseAsync(offer.Id, pause: true, default, said)));
    }

    private void ReturnFirst(DemoOffer offer, OfferDetails details, DateOnly submitted)
    {
        stage.On(submitted.AddWorkingDays(-3), () => DraftAsync(offer, details with { Tasks = "Lite av varje." }, submit: true));
        stage.On(submitted.AddWorkingDays(-2), () => ReturnAsync(offer));
        stage.On(submitted, async () =>
        {
            var version = await stage.ReadAsync(db => db.Offers.Where(o => o.Id == offer.Id).Select(o => o.Version).SingleAsync());
            await TellAsync(offer, (s, said) => s.EditAsync(offer.Id, version, details, submit: true, default, said));
        });
    }

    private async Task DraftAsync(DemoOffer offer, OfferDetails details, bool submit)
    {
        if (offer.Contract is { } contract)
            details = details with { ClauseId = await stage.ReadAsync(db => db.Clauses.Where(k => k.ContractId == contract()).Select(k => k.Id).SingleAsync()) };
        if (submit)
            await TellAsync(offer, async (s, said) => offer.Id = await s.DraftAsync(details, submit: true, default, said));
        else
            offer.Id = await stage.AskAsync<OfferService, Guid>(logins.Speaker(offer.Place.EmployerId), s => s.DraftAsync(details, submit: false, default));
    }

    private Task ReturnAsync(DemoOffer offer) =>
        stage.DoAsync<OfferReviewService>(logins.BusinessContact, s => s.ReturnAsync(offer.Id, "Beskriv lite mer vad personen ska göra under en vanlig dag.", default));

    private async Task PublishAsync(DemoOffer offer)
    {
        await stage.DoAsync<OfferReviewService>(logins.BusinessContact, s => s.PublishAsync(offer.Id, default));
        offer.SlotIds.AddRange(await stage.ReadAsync(db => db.Slots.Where(s => s.OfferId == offer.Id).OrderBy(s => s.Number).Select(s => s.Id).ToListAsync()));
    }

    // Nearly always nothing speaks against; the reviewer has something to ask about now and then.
    private Displacement Answers() => _answers.Next(14) switch
    {
        0 => Displacement.None with { ReplacesLeaver = YesOrNo.Yes },
        1 => Displacement.None with { BeyondStaffing = YesOrNo.No },
        _ => Displacement.None,
    };

    private OfferDetails Details(DemoOffer offer)
    {
        var work = stage.Pick(DemoWork.In(offer.Place.Branch));
        Lonestod[] supports = offer.Form != Form.Employment ? []
            : stage.Weighted<Lonestod[]>(([Lonestod.Nystartsjobb], 5), ([Lonestod.Nystartsjobb, Lonestod.Introduktionsjobb], 4), ([Lonestod.LonebidragUtveckling], 2), ([], 1));
        return new OfferDetails
        {
            WorkplaceId = offer.Place.WorkplaceId, Form = offer.Form, Title = work.Title, Tasks = work.Tasks, Swedish = work.Swedish,
            DrivingLicence = work.DrivingLicence, Supports = supports, From = offer.From, To = offer.To,
            Pattern = WeeklyPattern.Usual(offer.Cells).Times, Slots = offer.Slots,
            Displacement = Answers(),
        };
    }

    // By the employer itself, or on the telephone to somebody who writes it down and does not publish.
    private Task TellAsync(DemoOffer offer, Func<OfferService, OnBehalf?, Task> what) => logins.Own(offer.Place.EmployerId) is { } own
        ? stage.DoAsync<OfferService>(own, s => what(s, null))
        : stage.DoAsync<OfferService>(logins.Consultant, s => what(s, new OnBehalf(BehalfChannel.Phone, "Arbetsplatsens kontaktperson")));
}
