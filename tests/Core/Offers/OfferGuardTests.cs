using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Placements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Offers;

/// <summary>What an offer refuses because of its form, its contract and who is booked on it, whatever page asks.</summary>
public class OfferGuardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static OfferDetails Details(CoreTest t, Workplace workplace, Form form = Form.Praktik) => new()
    {
        WorkplaceId = workplace.Id, Form = form, Title = "Butiksbiträde", Tasks = "Plocka upp varor.", From = t.Clock.Today().AddDays(14),
        To = t.Clock.Today().AddDays(100), Displacement = Displacement.None, Pattern = WeeklyPattern.Usual(Cells.OfficeWeek).Times,
    };

    private static async Task RefusedAsync(CoreTest t, Rule rule, string? field, Func<Task> command)
    {
        var breach = await Assert.ThrowsAsync<RuleBreachException>(command);
        Assert.Equal((rule, field), (breach.Rule, breach.Field));
        t.NewScope();
    }

    private static Task<Guid> DraftAsync(CoreTest t, OfferDetails details) => t.Get<OfferService>().DraftAsync(details, submit: true, Ct);

    private static async Task<Workplace> WorkplaceOfAsync(CoreTest t, Sector sector)
    {
        var stamp = new Stamp(null, t.Clock.UtcNow());
        var employer = Employer.Register(new EmployerDetails { Name = "Verkstaden", Sector = sector, Branch = Branch.Care, Size = SizeClass.From100 },
            OrgNumber.Parse(Stage.NewOrgNumber()), null, stamp);
        employer.Approve(stamp);
        await using var db = t.Database.Open();
        db.Add(employer);
        await db.SaveChangesAsync(Ct);
        return await t.Stage.WorkplaceAsync(employerId: employer.Id);
    }

    [Theory]
    [InlineData(Sector.Private, false)]
    [InlineData(Sector.Association, false)]
    [InlineData(Sector.OtherPublic, false)]
    [InlineData(Sector.OwnMunicipality, true)]
    public async Task Only_the_municipality_offers_places_in_its_own_workshops(Sector sector, bool may)
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await WorkplaceOfAsync(t, sector);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var other = await DraftAsync(t, Details(t, workplace) with { Title = "En annan form" });
        t.NewScope();
        var version = await t.Db.Offers.Where(o => o.Id == other).Select(o => o.Version).SingleAsync(Ct);
        if (may)
        {
            await DraftAsync(t, Details(t, workplace, Form.EgenRegi));
            return;
        }
        await RefusedAsync(t, Rule.FormRefusesOffers, "Form", () => DraftAsync(t, Details(t, workplace, Form.EgenRegi)));
        await RefusedAsync(t, Rule.FormRefusesOffers, "Form", () => t.Get<OfferService>().EditAsync(other, version, Details(t, workplace, Form.EgenRegi), false, Ct));
    }

    [Fact]
    public async Task A_support_that_no_longer_begins_is_not_wished_for()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var (kind, last) = Enum.GetValues<Lonestod>().Select(k => (k, k.Row().LastNewDay)).First(k => k.LastNewDay is not null);
        var from = last!.Value > t.Clock.Today() ? last.Value.AddDays(1) : t.Clock.Today().AddDays(14);
        var details = Details(t, workplace, Form.Employment) with { From = from, To = null, Supports = [kind] };
        await RefusedAsync(t, Rule.SupportAbolished, "Supports", () => DraftAsync(t, details));
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_written_over()
    {
        await using var t = await CoreTest.StartAsync();
        await t.Stage.WorkplaceAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var id = await DraftAsync(t, Details(t, workplace));
        t.NewScope();
        await RefusedAsync(t, Rule.ChangedByAnother, null, () => t.Get<OfferService>().EditAsync(id, Guid.NewGuid(), Details(t, workplace) with { Title = "Ett annat" }, false, Ct));
        Assert.Equal("Butiksbiträde", await t.Db.Offers.Select(o => o.Title).SingleAsync(Ct));
    }

    [Fact]
    public async Task Whoever_speaks_for_two_employers_moves_no_place_from_one_to_the_other()
    {
        await using var t = await CoreTest.StartAsync();
        var (workplace, other) = (await t.Stage.WorkplaceAsync(), await t.Stage.WorkplaceAsync());
        var user = await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        t.As(v => v.BecomeUser(user, [.. new[] { workplace, other }.Select(w => new RoleGrant(user, Role.EmployerAdmin, employerId: w.EmployerId))]));
        var id = await t.Get<OfferService>().DraftAsync(Details(t, workplace), submit: false, Ct);
        var version = await t.Db.Offers.Select(o => o.Version).SingleAsync(Ct);
        t.NewScope();
        await RefusedAsync(t, Rule.NotYours, "WorkplaceId", () => t.Get<OfferService>().EditAsync(id, version, Details(t, other), false, Ct));
    }

    [Fact]
    public async Task A_supervisor_who_has_stopped_stays_where_named_and_is_chosen_for_nothing_new()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(supervisorCeiling: 1);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var details = Details(t, workplace) with { SupervisorId = workplace.Supervisors[0].Id };
        var id = await t.Get<OfferService>().DraftAsync(details, submit: false, Ct);
        var version = await t.Db.Offers.Select(o => o.Version).SingleAsync(Ct);
        await t.Db.Supervisors.ExecuteUpdateAsync(u => u.SetProperty(s => s.DeactivatedAt, t.Stamp.At), Ct);
        t.NewScope();
        await RefusedAsync(t, Rule.SupervisorElsewhere, "SupervisorId", () => DraftAsync(t, details));
        await t.Get<OfferService>().EditAsync(id, version, details with { Title = "Lagerbiträde" }, false, Ct);
    }

    [Fact]
    public async Task What_is_submitted_is_not_submitted_again()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), published: false);
        offer.Submit(t.Stamp);
        Assert.Equal(Rule.NotAllowedInStatus, Assert.Throws<RuleBreachException>(() => offer.Submit(t.Stamp)).Rule);
        // Nor is it a draft that nobody has touched for long.
        Assert.Equal(Rule.NotAllowedInStatus, Assert.Throws<RuleBreachException>(() => offer.Lapse(t.Stamp)).Rule);
    }

    [Fact]
    public async Task Nor_does_anybody_else_take_a_found_place_as_one_of_its_workshops()
    {
        await using var t = await CoreTest.StartAsync();
        var (workplace, participant) = (await t.Stage.WorkplaceAsync(), await t.Stage.ParticipantAsync());
        await t.AsAsync(Role.Coordinator);
        var place = ArrangedStage.ByParticipant(participant, workplace, t.Clock.Today().AddDays(14));
        await RefusedAsync(t, Rule.FormRefusesOffers, "Form", () => t.Get<ArrangedByParticipantService>().RegisterAsync(place with { Form = Form.EgenRegi }, Ct));
    }

    [Fact]
    public async Task An_employer_that_was_refused_gets_no_arranged_place()
    {
        await using var t = await CoreTest.StartAsync();
        var (workplace, participant) = (await t.Stage.WorkplaceAsync(approved: false), await t.Stage.ParticipantAsync());
        await using (var db = t.Database.Open())
        {
            (await db.Employers.SingleAsync(Ct)).Reject("Finns inte", new Stamp(null, t.Clock.UtcNow()));
            await db.SaveChangesAsync(Ct);
        }
        await t.AsAsync(Role.Coordinator);
        await RefusedAsync(t, Rule.EmployerNotApproved, "WorkplaceId",
            () => t.Get<ArrangedByParticipantService>().RegisterAsync(ArrangedStage.ByParticipant(participant, workplace, t.Clock.Today().AddDays(14)), Ct));
    }

    [Fact]
    public async Task Nothing_is_published_for_an_employer_that_is_not_approved()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(approved: false);
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var id = await DraftAsync(t, Details(t, workplace));
        await t.AsAsync(Role.BusinessContact);
        await RefusedAsync(t, Rule.EmployerNotApproved, null, () => t.Get<OfferReviewService>().PublishAsync(id, Ct));
    }

    [Fact]
    public async Task Whoever_sends_a_place_back_says_what_is_missing()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var id = await DraftAsync(t, Details(t, workplace));
        await t.AsAsync(Role.BusinessContact);
        await RefusedAsync(t, Rule.Required, "Because", () => t.Get<OfferReviewService>().ReturnAsync(id, " ", Ct));
    }

    [Fact]
    public async Task Support_seats_and_clause_fit_the_form()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var clause = await ClauseAsync(t, workplace, ClauseKind.Employment);
        var either = await ClauseAsync(t, workplace, ClauseKind.Either);
        var (others, secret) = (await ClauseAsync(t, await t.Stage.WorkplaceAsync(), ClauseKind.Praktik), await ClauseAsync(t, workplace, ClauseKind.Praktik, awarded: false));
        await t.AsAsync(Role.EmployerAdmin, employerId: workplace.EmployerId);
        var praktik = Details(t, workplace);
        await RefusedAsync(t, Rule.SupportNotAllowed, "Supports", () => DraftAsync(t, praktik with { Supports = [Lonestod.Nystartsjobb] }));
        foreach (var slots in new[] { 0, -1, 51 })
            await RefusedAsync(t, Rule.TooFewSlots, "Slots", () => DraftAsync(t, praktik with { Slots = slots }));
        foreach (var hidden in new[] { others, secret })
            await RefusedAsync(t, Rule.NotYours, "ClauseId", () => DraftAsync(t, praktik with { ClauseId = hidden }));
        await RefusedAsync(t, Rule.ClauseOtherForm, "Form", () => DraftAsync(t, praktik with { ClauseId = clause }));
        await RefusedAsync(t, Rule.ClauseNotAllowed, "ClauseId", () => DraftAsync(t, praktik with { Form = Form.Spraktraning, ClauseId = either }));
        var drafted = await DraftAsync(t, praktik with { ClauseId = either, Slots = 50 });
        var version = await t.Db.Offers.Where(o => o.Id == drafted).Select(o => o.Version).SingleAsync(Ct);
        await RefusedAsync(t, Rule.ClauseOtherForm, "Form", () => t.Get<OfferService>().EditAsync(drafted, version, praktik with { ClauseId = clause }, false, Ct));
        await DraftAsync(t, Details(t, workplace, Form.Employment) with { ClauseId = clause, Supports = [Lonestod.Nystartsjobb] });
    }

    [Fact]
    public async Task An_offer_is_closed_when_every_booking_on_it_is_over()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Slots = 2 });
        var last = offer.From.AddDays(13);
        await BookAsync(t, offer, last);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await RefusedAsync(t, Rule.OfferHasLivePlacements, null, () => t.Get<OfferService>().CloseAsync(offer.Id, Ct));
        t.Clock.SetStockholm(last);
        await RefusedAsync(t, Rule.OfferHasLivePlacements, null, () => t.Get<OfferService>().CloseAsync(offer.Id, Ct));
        // Nobody has registered the end, but its days have been.
        t.Clock.SetStockholm(last.AddDays(1));
        Assert.Equal(1, await t.Db.Claims.CountAsync(c => c.ReleasedAt == null, Ct));
        await t.Get<OfferService>().CloseAsync(offer.Id, Ct);
        Assert.Equal(OfferStatus.Closed, (await t.Db.Offers.AsNoTracking().SingleAsync(Ct)).Status);
    }

    [Fact]
    public async Task A_preliminary_booking_that_has_run_out_keeps_no_offer_open()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Slots = 2 });
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, offer, 0, offer.From, offer.To);
        t.Clock.AdvanceDays(10);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<OfferService>().CloseAsync(offer.Id, Ct);
    }

    private static async Task BookAsync(CoreTest t, Offer offer, DateOnly last)
    {
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var placements = t.Get<PlacementService>();
        var id = await placements.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = last }, Ct);
        await placements.ParticipantAnsweredAsync(id, true, Ct);
        await placements.ReleaseAsync(id, null, Ct);
        await placements.RequestAsync(id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
    }

    private static async Task<Guid> ClauseAsync(CoreTest t, Workplace workplace, ClauseKind kind, bool awarded = true)
    {
        await using var db = t.Database.Open();
        var number = await db.Employers.Where(e => e.Id == workplace.EmployerId).Select(e => e.OrgNumberDigits).SingleAsync(Ct);
        var stamp = new Stamp(null, t.Clock.UtcNow());
        var contract = Contract.Flag(new ContractDetails
        {
            DiaryNumber = $"KS {kind} {number} {awarded}", Title = "Städning", SupplierName = "Städarna", SupplierOrgNumber = number, From = t.Clock.Today(), To = t.Clock.Today().AddYears(2),
        }, stamp);
        var clause = contract.AddClause(new ClauseDetails { Kind = kind, CommitmentMonths = 12 }, stamp);
        if (awarded)
            contract.Award(t.Clock.Today(), stamp);
        db.Add(contract);
        await db.SaveChangesAsync(Ct);
        return clause.Id;
    }
}
