using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Warnings;

public class AcknowledgementTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beyond_a_soft_ceiling_nothing_is_proposed_until_somebody_says_why()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await TwoSeatsWithASoftCeilingOfOneAsync(t);
        var first = await ProposeAsync(t, offer, 0, Acknowledged.Nothing, pencil: true);

        foreach (var answer in new[] { Acknowledged.Nothing, new([], AcknowledgeReason.ShortTime), new([SoftRule.WorkplaceCeiling], null), new([SoftRule.LockIn], AcknowledgeReason.ShortTime) })
        {
            t.NewScope();
            var refused = await Assert.ThrowsAsync<RuleBreachException>(() => ProposeAsync(t, offer, 1, answer));
            Assert.Equal(Rule.WarningsNotAcknowledged, refused.Rule);
            Assert.Contains("högst 1 samtidigt", refused.Values[0].ToString(), StringComparison.Ordinal);
        }
        t.NewScope();
        var id = await ProposeAsync(t, offer, 1, new([SoftRule.WorkplaceCeiling], AcknowledgeReason.WorkplaceAgrees), pencil: true);
        var kept = await t.Db.Acknowledgements.SingleAsync(a => a.PlacementId == id, Ct);
        Assert.Equal((SoftRule.WorkplaceCeiling, AcknowledgeReason.WorkplaceAgrees, t.Viewer.UserId), (kept.Rule, kept.Reason, kept.By));
        Assert.Equal(2, await t.Db.Claims.CountAsync(c => c.ReleasedAt == null, Ct));
        // Who holds a seat already is not asked about the one who came after.
        Assert.Empty(await t.Get<WarningService>().OpenBeforeBookingAsync(first, Ct));
    }

    [Fact]
    public async Task What_has_come_since_the_proposal_is_asked_about_at_the_booking()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await TwoSeatsWithASoftCeilingOfOneAsync(t);
        var late = await ProposeAsync(t, offer, 0, Acknowledged.Nothing);
        await ProposeAsync(t, offer, 1, Acknowledged.Nothing, pencil: true);

        t.NewScope();
        Assert.Equal(SoftRule.WorkplaceCeiling, Assert.Single(await t.Get<WarningService>().OpenBeforeBookingAsync(late, Ct)).Rule);
        Assert.Equal(Rule.WarningsNotAcknowledged, (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().PencilAsync(late, Ct))).Rule);
        t.NewScope();
        await t.Get<PlacementService>().PencilAsync(late, Ct, Answered.ToAll);
        Assert.Empty(await t.Get<WarningService>().OpenBeforeBookingAsync(late, Ct));
    }

    [Fact]
    public async Task Two_feriejobb_at_once_are_refused_whatever_anybody_says()
    {
        await using var t = await CoreTest.StartAsync();
        t.Clock.SetStockholm(new DateOnly(2027, 5, 3));
        var workplace = await t.Stage.WorkplaceAsync();
        var young = await t.Stage.ParticipantAsync(birthDate: new DateOnly(2010, 1, 15));
        var summer = new DateOnly(2027, 7, 5);
        Task<Offer> Feriejobb() => t.Stage.OfferAsync(workplace, o => o with { Form = Form.Feriejobb, From = summer, To = summer.AddDays(18) });
        var (first, second) = (await Feriejobb(), await Feriejobb());
        await t.AsAsync(Role.Coordinator);
        await ProposeAsync(t, first, 0, Acknowledged.Nothing, young, Cells.From([0, 3]), pencil: true);
        t.NewScope();
        Assert.Equal(Rule.FormsDoNotGoTogether, (await Assert.ThrowsAsync<RuleBreachException>(
            () => ProposeAsync(t, second, 0, Answered.ToAll, young, Cells.From([1, 4])))).Rule);
    }

    [Fact]
    public async Task A_minor_is_refused_what_becomes_too_much_together()
    {
        await using var t = await CoreTest.StartAsync();
        var week = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var saturdays = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Pattern = WeeklyPattern.Usual(Cells.From([15])).Times });
        var young = await t.Stage.ParticipantAsync(birthDate: week.From.AddYears(-17));
        await t.AsAsync(Role.Coordinator);
        await ProposeAsync(t, week, 0, Acknowledged.Nothing, young, pencil: true);
        t.NewScope();
        Assert.Equal(Rule.MinorWeekTooLong, (await Assert.ThrowsAsync<RuleBreachException>(() => ProposeAsync(t, saturdays, 0, Answered.ToAll, young))).Rule);
    }

    [Fact]
    public async Task What_is_known_of_a_plan_is_of_its_own_person_and_supervisor_and_of_the_half_days_that_are_booked()
    {
        await using var t = await CoreTest.StartAsync();
        await t.Stage.WorkplaceAsync(supervisorCeiling: 3, supervisor: "Nils Granne");
        await t.Stage.ParticipantAsync(birthDate: new DateOnly(2010, 1, 15));
        var (workplace, born) = (await t.Stage.WorkplaceAsync(supervisorCeiling: 5), new DateOnly(1985, 5, 17));
        var own = await t.Stage.OfferAsync(workplace, o => o with { Slots = 3 });
        var person = await t.Stage.ParticipantAsync(birthDate: born);
        await t.AsAsync(Role.Coordinator);
        await ProposeAsync(t, await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()), 0, Acknowledged.Nothing, person, Cells.From([0]), pencil: true);
        foreach (var (slot, age) in new[] { (1, 17), (2, 18) })
            await ProposeAsync(t, own, slot, Answered.ToAll, await t.Stage.ParticipantAsync(birthDate: own.From.AddYears(-age)), pencil: true);
        await t.Get<ArrangedByOthersService>().RegisterAsync(ArrangedStage.ByOthers(workplace, own.From), Ct);
        t.NewScope();
        var facts = await t.Get<WarningService>().FactsAsync(new Plan(person.Id, person.PersonId, own.Slots[0].Id, own.Period, Cells.From([3]), null, null), Ct);
        Assert.Equal((born, 5), (facts.BirthDate, facts.Supervisor?.Most));
        Assert.Equal((3, 2, 1), (facts.Workplace!.Load.Count, facts.Supervisor!.Load.Count, facts.MinorsWithSupervisor.Count));
        Assert.Equal([0], Assert.Single(facts.BusyBeside).Times.Select(x => x.Cell));
        Assert.Equal([3], facts.Times.Select(x => x.Cell));
    }

    [Theory]
    [InlineData(null, "Facket har inte tillfrågats om arbetsplatsen och formen.")]
    [InlineData(false, "Facket har sagt nej till formen på arbetsplatsen.")]
    [InlineData(true, null)]
    public async Task The_unions_answer_is_asked_about_at_the_start(bool? accepted, string? told)
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);
        var id = await ProposeAsync(t, offer, 0, Acknowledged.Nothing);
        var service = t.Get<PlacementService>();
        await service.ParticipantAnsweredAsync(id, true, Ct);
        await service.ReleaseAsync(id, null, Ct);
        await service.RequestAsync(id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        await t.AsAsync(Role.Coordinator);
        var today = t.Clock.Today();
        if (accepted is not null)
            await t.Get<BeforeStartService>().RecordAsync(id, new BeforeStartDetails { UnionAskedOn = today, UnionAnsweredOn = today, UnionAccepted = accepted, UnionAnsweredBy = "Ombudet" }, Ct);
        await t.Get<PlacementService>().RecordPaperAsync(id, new RecordPaper(today, "Kim", null), Ct);
        t.Clock.SetStockholm(offer.From);

        Assert.Equal(told, (await t.Get<WarningService>().OpenBeforeStartAsync(id, offer.From, Ct)).SingleOrDefault()?.Text);
        if (told is not null)
        {
            Assert.Equal(Rule.WarningsNotAcknowledged, (await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().StartAsync(id, offer.From, Ct))).Rule);
            t.NewScope();
        }
        await t.Get<PlacementService>().StartAsync(id, offer.From, Ct, told is null ? null : Answered.ToAll);
        Assert.Equal(PlacementStatus.Running, (await t.Db.Placements.SingleAsync(p => p.Id == id, Ct)).Status);
    }

    private static async Task<Offer> TwoSeatsWithASoftCeilingOfOneAsync(CoreTest t)
    {
        var workplace = await t.Stage.WorkplaceAsync();
        await using (var db = t.Database.Open())
        {
            (await db.Workplaces.SingleAsync(w => w.Id == workplace.Id, Ct)).SetCeiling(1, hard: false, new(null, t.Clock.UtcNow()));
            await db.SaveChangesAsync(Ct);
        }
        var offer = await t.Stage.OfferAsync(workplace, o => o with { Slots = 2 });
        await t.AsAsync(Role.Coordinator);
        return offer;
    }

    private static async Task<Guid> ProposeAsync(CoreTest t, Offer offer, int slot, Acknowledged answer, Participant? participant = null, Cells? cells = null, bool pencil = false)
    {
        participant ??= await t.Stage.ParticipantAsync();
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(new ProposePlacement
        {
            ParticipantId = participant.Id, SlotId = offer.Slots[slot].Id, From = offer.From, To = offer.To, Cells = cells, Acknowledged = answer,
        }, Ct);
        if (pencil)
            await service.PencilAsync(id, Ct);
        return id;
    }
}
