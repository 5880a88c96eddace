using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Absences;

public class AbsenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_stands_in_has_the_letters_and_the_cases_of_those_days()
    {
        await using var t = await CoreTest.StartAsync();
        var (substitute, colleague) = (await t.AsAsync(Role.Consultant), await t.AsAsync(Role.Consultant));
        var coordinator = await t.AsAsync(Role.Coordinator);
        var (id, today) = (await RequestedAsync(t), t.Clock.Today());
        await AddAsync(t, coordinator, substitute, 1, 20);

        async Task<string?> Reader(int days) => await CaseMailbox.EmailAsync(t.Db, await PlacementAsync(t, id), today.AddDays(days), Ct);
        Task<bool> Has(Guid user, int days) => OwnCases.Of(t.Db, t.Db.Placements, user, today.AddDays(days)).AnyAsync(Ct);
        var (own, other) = (await AddressAsync(t, coordinator), await AddressAsync(t, substitute));
        foreach (var (day, isAway) in new[] { (0, false), (1, true), (20, true), (21, false) })
        {
            Assert.Equal(isAway ? other : own, await Reader(day));
            Assert.Equal(isAway, await Has(substitute, day));
            Assert.False(await Has(colleague, day));
        }
        Assert.True(await Has(coordinator, 1));

        await RemindAsync(t, today.AddWorkingDays(10));
        Assert.Equal(other, (await t.Db.Mail.SingleAsync(m => m.Template == "forfragan-utan-svar", Ct)).To);
        await t.AsAsync(Role.EmployerAdmin, employerId: await t.Db.Placements.Where(p => p.Id == id).Select(p => p.EmployerId).SingleAsync(Ct));
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        Assert.Equal(other, (await t.Db.Mail.SingleAsync(m => m.Template == "arbetsplatsen-tackar-ja", Ct)).To);
    }

    [Fact]
    public async Task Nobody_stands_in_for_cases_of_a_gren_that_is_not_the_own()
    {
        await using var t = await CoreTest.StartAsync();
        var substitute = await t.AsAsync(Role.Consultant);
        var coordinator = await t.AsAsync(Role.Coordinator);
        await RequestedAsync(t);
        await AddAsync(t, coordinator, substitute, 0, 5);
        t.AsJob();
        await t.Db.Placements.ExecuteUpdateAsync(u => u.SetProperty(p => p.Gren, Verksamhetsgren.Kaa), Ct);
        Assert.False(await OwnCases.Of(t.Db, t.Db.Placements, substitute, t.Clock.Today()).AnyAsync(Ct));
        Assert.True(await OwnCases.Of(t.Db, t.Db.Placements, coordinator, t.Clock.Today()).AnyAsync(Ct));
    }

    [Fact]
    public async Task A_substitute_who_may_not_open_the_case_any_more_gets_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var (away, gone) = (await t.AsAsync(Role.Consultant), await t.AsAsync(Role.Consultant));
        var coordinator = await t.AsAsync(Role.Coordinator);
        var placement = await PlacementAsync(t, await RequestedAsync(t));
        await AddAsync(t, coordinator, gone, 0, 5);
        await AddAsync(t, coordinator, away, 6, 9);
        (await t.Db.Users.SingleAsync(u => u.Id == gone, Ct)).Deactivate(t.Clock.UtcNow());
        await t.Db.SaveChangesAsync(Ct);
        await t.Db.RoleGrants.Where(g => g.UserId == away).ExecuteUpdateAsync(g => g.SetProperty(x => x.Gren, Verksamhetsgren.Kaa), Ct);

        var own = await AddressAsync(t, coordinator);
        foreach (var day in new[] { 0, 6 })
            Assert.Equal(own, await CaseMailbox.EmailAsync(t.Db, placement, t.Clock.Today().AddDays(day), Ct));
    }

    [Fact]
    public async Task A_letter_goes_to_nobody_who_has_left()
    {
        await using var t = await CoreTest.StartAsync();
        var coordinator = await t.AsAsync(Role.Coordinator);
        var id = await RequestedAsync(t);
        var manager = await t.AsAsync(Role.UnitManager);
        (await t.Db.Users.SingleAsync(u => u.Id == coordinator, Ct)).Deactivate(t.Clock.UtcNow());
        await t.Db.SaveChangesAsync(Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: await t.Db.Placements.Where(p => p.Id == id).Select(p => p.EmployerId).SingleAsync(Ct));
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        Assert.Equal(await AddressAsync(t, manager), (await t.Db.Mail.SingleAsync(m => m.Template == "arbetsplatsen-tackar-ja", Ct)).To);
    }

    [Fact]
    public async Task An_enhetschef_who_is_away_has_somebody_who_reads_the_letters()
    {
        await using var t = await CoreTest.StartAsync();
        var coordinator = await t.AsAsync(Role.Coordinator);
        var id = await RequestedAsync(t);
        var substitute = await t.AsAsync(Role.Consultant);
        var manager = await t.AsAsync(Role.UnitManager);
        await AddAsync(t, manager, substitute, 1, 5);
        (await t.Db.Users.SingleAsync(u => u.Id == coordinator, Ct)).Deactivate(t.Clock.UtcNow());
        await t.Db.SaveChangesAsync(Ct);
        foreach (var (day, reader) in new[] { (0, manager), (1, substitute), (5, substitute), (6, manager) })
            Assert.Equal(await AddressAsync(t, reader), await CaseMailbox.EmailAsync(t.Db, await PlacementAsync(t, id), t.Clock.Today().AddDays(day), Ct));
    }

    [Fact]
    public async Task Nobody_stands_in_who_is_away_and_nobody_is_away_twice()
    {
        await using var t = await CoreTest.StartAsync();
        var other = await t.AsAsync(Role.Consultant);
        var third = await t.AsAsync(Role.Consultant);
        var me = await t.AsAsync(Role.UnitManager);
        await AddAsync(t, other, third, 0, 5);

        Assert.Equal(Rule.SubstituteIsSelf, await RefusedAsync(t, me, me, 0, 1));
        Assert.Equal(Rule.PeriodReversed, await RefusedAsync(t, me, third, 3, 2));
        Assert.Equal(Rule.AbsenceIsOver, await RefusedAsync(t, me, third, -3, -1));
        Assert.Equal(Rule.AbsenceTooLong, await RefusedAsync(t, me, third, 0, 366));
        Assert.Equal(Rule.SubstituteIsAway, await RefusedAsync(t, me, other, 5, 9));
        Assert.Equal(Rule.AwayStandsIn, await RefusedAsync(t, third, me, 5, 9));
        Assert.Equal(Rule.AbsenceOverlaps, await RefusedAsync(t, other, me, 5, 9));
        Assert.Equal(1, await t.Db.Absences.CountAsync(Ct));

        await AddAsync(t, other, me, 6, 9);
        await t.Get<AbsenceService>().WithdrawAsync(await t.Db.Absences.Where(a => a.SubstituteId == third).Select(a => a.Id).SingleAsync(Ct), Ct);
        await AddAsync(t, third, me, 5, 9);
        Assert.Equal(["Registered", "Registered", "Registered", "Withdrawn"], (await t.Db.VerbsAsync(h => h.SubjectKind == nameof(Absence))).Order());
    }

    [Fact]
    public async Task Only_case_workers_of_the_own_gren_are_away_and_stand_in()
    {
        await using var t = await CoreTest.StartAsync();
        var elsewhere = await t.AsAsync(Role.Coordinator, Verksamhetsgren.Socialtjanst);
        var contact = await t.AsAsync(Role.BusinessContact);
        var (colleague, me) = (await t.AsAsync(Role.Consultant), await t.AsAsync(Role.Coordinator));
        foreach (var (away, substitute) in new[] { (elsewhere, me), (me, elsewhere), (me, contact), (contact, me), (Guid.NewGuid(), me) })
            await Assert.ThrowsAsync<NotFoundException>(() => AddAsync(t, away, substitute, 3, 4));
        Assert.Equal(0, await t.Db.Absences.CountAsync(Ct));
        await AddAsync(t, colleague, me, 0, 1);
        var absence = await t.Db.Absences.Select(a => a.Id).SingleAsync(Ct);

        await t.AsAsync(Role.UnitManager, Verksamhetsgren.Socialtjanst);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<AbsenceService>().WithdrawAsync(absence, Ct));
        await t.AsAsync(Role.UnitManager);
        await t.Get<AbsenceService>().WithdrawAsync(absence, Ct);
    }

    private static async Task<Guid> RequestedAsync(CoreTest t)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        await service.ParticipantAnsweredAsync(id, true, Ct);
        await service.ReleaseAsync(id, null, Ct);
        await service.RequestAsync(id, Ct);
        return id;
    }

    private static Task<Placement> PlacementAsync(CoreTest t, Guid id) => t.Db.Placements.SingleAsync(p => p.Id == id, Ct);

    private static async Task AddAsync(CoreTest t, Guid away, Guid substitute, int from, int to)
    {
        t.NewScope();
        await t.Get<AbsenceService>().AddAsync(new NewAbsence(away, substitute, t.Clock.Today().AddDays(from), t.Clock.Today().AddDays(to)), Ct);
    }

    private static async Task<Rule> RefusedAsync(CoreTest t, Guid away, Guid substitute, int from, int to) =>
        (await Assert.ThrowsAsync<RuleBreachException>(() => AddAsync(t, away, substitute, from, to))).Rule;

    private static async Task RemindAsync(CoreTest t, DateOnly day)
    {
        t.Clock.SetStockholm(day, new TimeOnly(6, 0));
        t.AsJob();
        await ActivatorUtilities.CreateInstance<RemindersJob>(t.Services, t.Db, t.Get<ReminderReader>(), t.Get<ReminderWriter>()).RunAsync(new JobContext(Schedules.Reminders, "", day, null), Ct);
    }

    private static Task<string?> AddressAsync(CoreTest t, Guid user) => t.Db.Users.Where(u => u.Id == user).Select(u => u.Email).SingleAsync(Ct);
}
