using EnVagUt.Core.Cases.Arranged;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

public class ArrangedByOthersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly Cells MondayForenoon = Cells.From([0]);

    [Fact]
    public async Task A_nameless_placement_stands_on_an_unpublished_offer_and_holds_its_one_slot()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var user = await t.AsAsync(Role.Coordinator);
        var made = await RegisterAsync(t, ArrangedStage.ByOthers(workplace, t.Clock.Today()) with { DoneOn = t.Clock.Today(), On = t.Clock.Today() });

        Assert.Empty(made.Objections);
        var placement = await t.Db.Placements.SingleAsync(p => p.Id == made.Id, Ct);
        Assert.Equal((PlacementStatus.Running, Referrer.Af, null, null, user), (placement.Status, placement.ReferredBy, placement.ParticipantId, placement.PersonId, placement.CoordinatorId));
        Assert.Equal((100, "AF 17"), (placement.ExtentPercent, placement.Paper.Reference));
        var offer = await t.Db.Offers.Include(o => o.Slots).SingleAsync(Ct);
        Assert.Equal((OfferStatus.Filled, null, 0, "Praktik"), (offer.Status, offer.PublishedAt, offer.FreeSlots, offer.Title));
        var claim = await t.Db.Claims.SingleAsync(Ct);
        Assert.Equal((placement.SlotId, null, EnVagUt.Core.Parties.Participants.Sex.Man, ClaimKind.Placement), (claim.SlotId, claim.PersonId, claim.Sex, claim.Kind));
    }

    [Fact]
    public async Task It_starts_as_far_as_it_has_come()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Coordinator);
        var today = t.Clock.Today();
        var input = ArrangedStage.ByOthers(workplace, today);
        Assert.Equal(PlacementStatus.AwaitingPaper, await StatusAsync(t, await RegisterAsync(t, input)));
        Assert.Equal(PlacementStatus.ReadyToStart, await StatusAsync(t, await RegisterAsync(t, input with { DoneOn = today })));
        await RefusedAsync(t, input with { On = today }, Rule.PaperMissing);
        await RefusedAsync(t, input with { DoneOn = today, Reference = null }, Rule.Required, "Reference");
        await RefusedAsync(t, input with { Sex = null }, Rule.Required, "Sex");
    }

    [Fact]
    public async Task Nameless_ones_do_not_meet_each_other_but_fill_the_workplace_for_everybody()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(ceiling: 2);
        var offer = await t.Stage.OfferAsync(workplace);
        await t.AsAsync(Role.Coordinator);
        await RegisterAsync(t, ArrangedStage.ByOthers(workplace, offer.From));
        await RegisterAsync(t, ArrangedStage.ByOthers(workplace, offer.From));

        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => BookingTests.PencilAsync(t, offer, 0, offer.From, offer.To));
        Assert.Equal(Rule.WorkplaceFull, refused.Rule);
    }

    [Fact]
    public async Task Another_authoritys_decision_is_recorded_with_what_speaks_against_it_and_our_own_is_refused()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync(ceiling: 1);
        var child = await t.Stage.ParticipantAsync(birthDate: t.Clock.Today().AddYears(-14));
        await t.AsAsync(Role.Coordinator);
        var input = ArrangedStage.ByOthers(workplace, t.Clock.Today()) with { To = t.Clock.Today().AddMonths(30), DoneOn = t.Clock.Today(), On = t.Clock.Today() };
        await RegisterAsync(t, input with { To = t.Clock.Today().AddMonths(1) });
        t.NewScope();

        var made = await RegisterAsync(t, input with { ParticipantId = child.Id });
        var rules = made.Objections.Select(o => o.Rule).ToList();
        Assert.Superset(new HashSet<Rule> { Rule.AgeOutsideForm, Rule.PeriodTooLong, Rule.WorkplaceFull, Rule.BeforeStartIncomplete }, rules.ToHashSet());
        Assert.Equal(PlacementStatus.Running, await StatusAsync(t, made));
        await RefusedAsync(t, input with { Form = Form.Praktik, To = t.Clock.Today().AddMonths(1) }, Rule.WorkplaceFull);
        await RefusedAsync(t, input with { Form = Form.Praktik }, Rule.PeriodTooLong);
    }

    [Fact]
    public async Task A_ceiling_that_is_a_habit_is_told_of_anothers_decision_and_keeps_none_of_ours_away()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await using (var db = t.Database.Open())
        {
            (await db.Workplaces.SingleAsync(Ct)).SetCeiling(1, hard: false, new Stamp(null, t.Clock.UtcNow()));
            await db.SaveChangesAsync(Ct);
        }
        await t.AsAsync(Role.Coordinator);
        var input = ArrangedStage.ByOthers(workplace, t.Clock.Today());
        Assert.Empty((await RegisterAsync(t, input)).Objections);
        Assert.Equal([Rule.WorkplaceFull], (await RegisterAsync(t, input)).Objections.Select(o => o.Rule));
        Assert.Empty((await RegisterAsync(t, input with { Form = Form.Praktik })).Objections);
    }

    [Fact]
    public async Task Nobody_is_registered_with_an_employer_that_was_refused()
    {
        await using var t = await CoreTest.StartAsync();
        var (refused, known) = (await t.Stage.WorkplaceAsync(approved: false), await t.Stage.WorkplaceAsync());
        // Of other words, so to say.
        await t.Stage.WorkplaceAsync();
        await using var db = t.Database.Open();
        foreach (var workplace in new[] { refused, known })
            await EmployerService.IndexAsync(db, await db.Employers.Include(e => e.Workplaces).SingleAsync(e => e.Id == workplace.EmployerId, Ct), Ct);
        (await db.Employers.SingleAsync(e => e.Id == refused.EmployerId, Ct)).Reject("Finns inte", new Stamp(null, t.Clock.UtcNow()));
        await db.SaveChangesAsync(Ct);
        Assert.Equal([known.Id], await ArrangedOffers.Find(t.Db, "Provföretaget").Select(w => w.Id).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_named_person_is_never_at_two_places_whoever_has_decided()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        var offer = await t.Stage.OfferAsync(workplace);
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, offer, 0, offer.From, offer.To, MondayForenoon, participant);
        await RefusedAsync(t, ArrangedStage.ByOthers(workplace, offer.From) with { ParticipantId = participant.Id }, Rule.PersonBusy);

        t.NewScope();
        var free = WeeklyPattern.Usual(Cells.From([1])).Times;
        await RegisterAsync(t, ArrangedStage.ByOthers(workplace, offer.From) with { ParticipantId = participant.Id, Pattern = free });
        Assert.Equal(2, await t.Db.Claims.CountAsync(c => c.PersonId == participant.PersonId, Ct));
    }

    [Fact]
    public async Task Twenty_at_once_register_the_same_person_and_one_wins()
    {
        await using var t = await CoreTest.StartInFileAsync();
        var workplace = await t.Stage.WorkplaceAsync(ceiling: 100);
        var participant = await t.Stage.ParticipantAsync();
        var from = t.Clock.Today();
        var rush = await ConcurrencyTests.AtOnceAsync(t, 20, (services, _) =>
            services.GetRequiredService<ArrangedByOthersService>().RegisterAsync(ArrangedStage.ByOthers(workplace, from) with { ParticipantId = participant.Id }, Ct));

        Assert.Equal(1, rush.Count(r => r is null));
        Assert.All(rush.OfType<RuleBreachException>(), r => Assert.Equal(Rule.PersonBusy, r.Rule));
        Assert.Equal((1, 1), (await t.Db.Placements.CountAsync(Ct), await t.Db.Offers.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_unknown_employer_is_registered_and_approved_in_the_same_save()
    {
        await using var t = await CoreTest.StartAsync();
        var known = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Coordinator);
        var number = Stage.NewOrgNumber();
        var input = ArrangedStage.ByOthers(known, t.Clock.Today());
        var at = new ArrangedWorkplace(null, ArrangedStage.NewEmployer(number));
        await RefusedAsync(t, input with { At = at, Reference = null, DoneOn = t.Clock.Today() }, Rule.Required);
        await RefusedAsync(t, input with { At = new(null, null) }, Rule.WorkplaceNotGiven);
        Assert.Equal(1, await t.Db.Employers.CountAsync(Ct));

        await RegisterAsync(t, input with { At = at });
        var employer = await t.Db.Employers.SingleAsync(e => e.OrgNumberDigits == number, Ct);
        Assert.Equal((EmployerStatus.Approved, "Nya cykelverkstaden"), (employer.Status, employer.Name));

        t.NewScope();
        await RegisterAsync(t, input with { At = at });
        Assert.Equal(2, await t.Db.Workplaces.CountAsync(w => w.EmployerId == employer.Id, Ct));
        Assert.Equal(2, await t.Db.Employers.CountAsync(Ct));
    }

    [Fact]
    public async Task Only_those_who_look_after_employers_register_an_unknown_one()
    {
        await using var t = await CoreTest.StartAsync();
        var known = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Consultant);
        await RefusedAsync(t, ArrangedStage.ByOthers(known, t.Clock.Today()) with { At = new(null, ArrangedStage.NewEmployer(Stage.NewOrgNumber())) }, Rule.NotForYourRole, "OrgNumber");
        Assert.Equal(1, await t.Db.Employers.CountAsync(Ct));
    }

    [Fact]
    public async Task A_number_that_units_share_says_nothing_of_where()
    {
        await using var t = await CoreTest.StartAsync();
        var known = await t.Stage.WorkplaceAsync();
        await using (var db = t.Database.Open())
        {
            var stamp = new Stamp(null, t.Clock.UtcNow());
            foreach (var name in new[] { "Hemtjänst norr", "Hemtjänst söder" })
            {
                var unit = EnVagUt.Core.Parties.Organisation.OrgUnit.Create(EnVagUt.Core.Parties.Organisation.OrgLevel.Enhet, name, name, null, new DateOnly(2019, 1, 1), stamp);
                db.AddRange(unit, Employer.Register(ArrangedStage.NewEmployer("").Employer with { Name = name, Sector = Sector.OwnMunicipality }, OrgNumber.Parse("212000-1355"), unit.Id, stamp));
            }
            await db.SaveChangesAsync(Ct);
        }
        await t.AsAsync(Role.Coordinator);
        await RefusedAsync(t, ArrangedStage.ByOthers(known, t.Clock.Today()) with { At = new(null, ArrangedStage.NewEmployer("212000-1355")) }, Rule.NumberIsShared, "OrgNumber");
    }

    [Fact]
    public async Task Only_the_registering_coordinators_gren_gets_it_and_sees_it()
    {
        await using var t = await CoreTest.StartAsync();
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        await RefusedAsync(t, ArrangedStage.ByOthers(workplace, t.Clock.Today()), Rule.NotYours, "Gren");
        await RegisterAsync(t, ArrangedStage.ByOthers(workplace, t.Clock.Today()) with { Gren = Verksamhetsgren.Kaa });
        Assert.Equal(1, await t.Db.Placements.CountAsync(Ct));

        await t.AsAsync(Role.Coordinator);
        Assert.Equal(0, await t.Db.Placements.CountAsync(Ct));
        await t.AsAsync(Role.EmployerReader, employerId: workplace.EmployerId);
        var view = await EmployerView.Of(t.Db, EmployerView.Placements(t.Db, t.Viewer, t.Clock.Today()), t.Clock.UtcNow()).SingleAsync(Ct);
        Assert.Equal((true, null), (view.IsNameless, view.Name));
    }

    [Fact]
    public async Task It_ends_with_a_reason_and_nobody_is_asked_how_it_went()
    {
        await using var t = await CoreTest.StartAsync(s => s.AddScoped<RemindersJob>());
        var workplace = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.Coordinator);
        var today = t.Clock.Today();
        var made = await RegisterAsync(t, ArrangedStage.ByOthers(workplace, today) with { DoneOn = today, On = today });
        var service = t.Get<PlacementService>();
        Assert.Equal(Rule.PersonUnknown, (await Assert.ThrowsAsync<RuleBreachException>(() => EndAndAskAsync())).Rule);

        t.NewScope();
        var placement = await t.Db.Placements.SingleAsync(Ct);
        Assert.Equal((PlacementStatus.Ended, ExitReason.Work), (placement.Status, placement.Ending.ExitReason));
        Assert.Equal(OfferStatus.Closed, await t.Db.Offers.Select(o => o.Status).SingleAsync(Ct));
        t.Clock.AdvanceDays(14);
        t.AsJob();
        await t.Get<RemindersJob>().RunAsync(new EnVagUt.Core.Post.Jobs.JobContext("", "", t.Clock.Today(), null), Ct);
        Assert.DoesNotContain(await t.Db.Mail.Select(m => m.Key).ToListAsync(Ct), k => k.Contains("resultat", StringComparison.Ordinal));

        async Task EndAndAskAsync()
        {
            await service.EndAsync(made.Id, new EndPlacement(today, ExitReason.Work, InterruptedBy.Nobody), Ct);
            await service.RecordOutcomeAsync(made.Id, Outcome.Work, today, Ct);
        }
    }

    private static Task<ArrangedPlacement> RegisterAsync(CoreTest t, ArrangedByOthers input) => t.Get<ArrangedByOthersService>().RegisterAsync(input, Ct);

    private static Task<PlacementStatus> StatusAsync(CoreTest t, ArrangedPlacement made) =>
        t.Db.Placements.AsNoTracking().Where(p => p.Id == made.Id).Select(p => p.Status).SingleAsync(Ct);

    /// <summary>Refused, and nothing of it is written.</summary>
    private static async Task RefusedAsync(CoreTest t, ArrangedByOthers input, Rule rule, string? field = null)
    {
        var (placements, offers, workplaces) = (await t.Db.Placements.CountAsync(Ct), await t.Db.Offers.CountAsync(Ct), await t.Db.Workplaces.CountAsync(Ct));
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => RegisterAsync(t, input));
        Assert.Equal(rule, refused.Rule);
        if (field is not null)
            Assert.Equal(field, refused.Field);
        t.NewScope();
        Assert.Equal((placements, offers, workplaces), (await t.Db.Placements.CountAsync(Ct), await t.Db.Offers.CountAsync(Ct), await t.Db.Workplaces.CountAsync(Ct)));
    }
}
