using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>What others have arranged, places that participants have found, a group on one workplace, and people who moved on.</summary>
internal sealed class DemoArranged(DemoStage stage, DemoLogins logins, DemoOffers offers, IReadOnlyList<DemoPlace> places)
{
    private static readonly Acknowledged Answer = new(Enum.GetValues<SoftRule>(), AcknowledgeReason.NoAnswerInTime);

    /// <summary>Nameless, over the whole time; those that last longest are still there.</summary>
    public void PlanNameless(int count)
    {
        var days = stage.Last.DayNumber - stage.First.DayNumber;
        for (var i = 0; i < count; i++)
        {
            var from = Monday(stage.First.AddDays(stage.Random.Next(30, days + 10)));
            var to = from.AddDays(7 * stage.Random.Next(4, 22) - 3);
            // However small the demo is, somebody is in a school, where an extract is shown before the start.
            var place = PlaceFor(from, to, 1, asksExtract: i == 0);
            if (place is null)
                continue;
            var (form, referrer) = stage.Weighted(
                ((Form.AfPraktik, Referrer.Af), 6), ((Form.Lia, Referrer.School), 2), ((Form.AplKomvux, Referrer.School), 3), ((Form.AplGymnasium, Referrer.School), 2));
            var half = stage.Chance(0.25);
            PlanOne(place, from, to, new ArrangedByOthers
            {
                Gren = Verksamhetsgren.Arbetsmarknad,
                Sex = stage.Weighted((Sex.Woman, 1), (Sex.Man, 1)),
                Form = form,
                ReferredBy = referrer,
                At = new ArrangedWorkplace(place.WorkplaceId, null),
                Title = stage.Pick(DemoWork.In(place.Branch)).Title,
                From = from,
                To = to,
                Pattern = WeeklyPattern.Usual(half ? Cells.From([0, 3, 6, 9, 12]) : Cells.OfficeWeek).Times,
                Reference = $"DEMO-{stage.Random.Next(10_000, 99_999)}",
            });
        }
    }

    /// <summary>Own places: the workplace has said yes to all but the last, which is still to be asked.</summary>
    public void PlanByParticipants(IReadOnlyList<DemoParticipant> people)
    {
        for (var i = 0; i < people.Count; i++)
        {
            var (person, asked) = (people[i], i < people.Count - 1);
            var registered = stage.Last.AddWorkingDays(asked ? -30 + 3 * i : -1);
            var (from, to) = (registered.AddWorkingDays(6), registered.AddMonths(3));
            if (PlaceFor(from, to, 1) is not { } place)
                continue;
            place.Hold(from, to, 1);
            var (work, id) = (stage.Pick(DemoWork.In(place.Branch)), Guid.Empty);
            stage.On(registered, async () => id = await stage.AskAsync<ArrangedByParticipantService, Guid>(person.Coordinator, s => s.RegisterAsync(new ArrangedByParticipant
            {
                ParticipantId = person.Id, Form = Form.Praktik, At = new ArrangedWorkplace(place.WorkplaceId, null), Title = work.Title, Tasks = work.Tasks,
                From = from, To = to, Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times, WorkplaceSaidYes = asked,
            }, default)));
            if (!asked)
                continue;
            stage.On(registered.AddWorkingDays(2), () => stage.DoAsync<SupervisionService>(person.Coordinator, s => s.ChangeAsync(id, new ChosenSupervisor(Name: place.Supervisor), from,
                new OnBehalf(BehalfChannel.Phone, "Arbetsplatsens kontaktperson"), default)));
            stage.On(registered.AddWorkingDays(3), () => stage.DoAsync<PlacementService>(person.Coordinator,
                s => s.RecordPaperAsync(id, new RecordPaper(registered.AddWorkingDays(3), "Arbetsmarknadsenheten", null), default)));
            place.PlanExtract(stage, person.Coordinator, from, () => id);
            stage.On(from, () => stage.DoAsync<PlacementService>(person.Coordinator, s => s.StartAsync(id, from, default, Answer)));
        }
    }

    /// <summary>One is proposed, and the others are copied beside the first.</summary>
    public void PlanGroup(IReadOnlyList<DemoParticipant> people)
    {
        var (from, proposed) = (Monday(stage.Last.AddDays(28)), stage.Last.AddWorkingDays(-2));
        var to = from.AddDays(7 * 8 - 3);
        if (people.Count < 2 || PlaceFor(from, to, people.Count) is not { } place)
            return;
        var offer = offers.Make(Form.Praktik, from, to, people.Count, proposed, place);
        stage.On(proposed, async () =>
        {
            var first = await stage.AskAsync<PlacementService, Guid>(people[0].Coordinator, s => s.ProposeAsync(
                new ProposePlacement { ParticipantId = people[0].Id, SlotId = offer.SlotIds[0], From = from, To = to, Acknowledged = Answer }, default));
            await stage.DoAsync<CopyService>(people[0].Coordinator, s => s.CopyAsync(first, [.. people.Skip(1).Select(p => p.Id)], default));
        });
    }

    /// <summary>Some whose praktik has ended are proposed a place that continues it.</summary>
    public void PlanContinuations(int count) => stage.On(stage.Last, async () =>
    {
        var (from, to) = (Monday(stage.Last.AddDays(14)), Monday(stage.Last.AddDays(14)).AddDays(7 * 6 - 3));
        var ended = await stage.ReadAsync(db => db.Placements
            .Where(p => p.Status == PlacementStatus.Ended && p.Form == Form.Praktik && p.Gren == Verksamhetsgren.Arbetsmarknad && p.ParticipantId != null
                && !db.Placements.Any(later => later.ParticipantId == p.ParticipantId && later.From > p.From))
            .OrderByDescending(p => p.Ending.EndedOn).ThenBy(p => p.ProposedAt).Take(count).Select(p => new { p.Id, Participant = p.ParticipantId!.Value }).ToListAsync());
        var free = await stage.ReadAsync(db => db.Offers
            .Where(o => o.Status == OfferStatus.Published && o.Form == Form.Praktik && o.From <= from && (o.To == null || o.To >= to))
            .OrderBy(o => o.CreatedAt).SelectMany(o => o.Slots.Where(s => s.Number == 1).Select(s => s.Id)).Take(count).ToListAsync());
        foreach (var (earlier, slot) in ended.Zip(free))
            await stage.AskAsync<PlacementService, Guid>(logins.Coordinator, s => s.ProposeAsync(
                new ProposePlacement { ParticipantId = earlier.Participant, SlotId = slot, From = from, To = to, ContinuesId = earlier.Id, Acknowledged = Answer }, default));
    });

    private void PlanOne(DemoPlace place, DateOnly from, DateOnly to, ArrangedByOthers input)
    {
        place.Hold(from, to, 1);
        var id = Guid.Empty;
        var registered = from.AddWorkingDays(-stage.Random.Next(2, 9));
        stage.On(registered, async () => id = (await stage.AskAsync<ArrangedByOthersService, ArrangedPlacement>(logins.Coordinator,
            s => s.RegisterAsync(input with { DoneOn = registered }, default))).Id);
        place.PlanExtract(stage, logins.Coordinator, from, () => id);
        stage.On(from, () => stage.DoAsync<PlacementService>(logins.Coordinator, s => s.StartAsync(id, from, default, Answer)));
        var reason = stage.Weighted((ExitReason.OtherStudies, 3), (ExitReason.BackToAf, 4), (ExitReason.Work, 2));
        stage.OnWorkingDay(to, () => stage.DoAsync<PlacementService>(logins.Coordinator, s => s.EndAsync(id, new EndPlacement(to, reason, InterruptedBy.Nobody), default)));
    }

    private DemoPlace? PlaceFor(DateOnly from, DateOnly to, int seats, bool asksExtract = false)
    {
        var free = places.Where(p => p.Free(from, to) >= seats && (p.AsksExtract || !asksExtract)).Select(p => (p, p.Weight)).ToArray();
        return free.Length == 0 ? null : stage.Weighted<DemoPlace>(free);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
