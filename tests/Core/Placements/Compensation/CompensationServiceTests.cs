using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements.Compensation;

public class CompensationServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_employer_and_the_coordinator_note_what_has_been_asked_for_and_who_did_it_is_kept()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        t.Clock.SetStockholm(c.From.AddMonths(2).AddDays(5));
        var user = await t.AsAsync(Role.EmployerAdmin, employerId: c.EmployerId);
        await NoteAsync(t, c.DecisionId, c.From, t.Clock.Today());
        await t.AsAsync(Role.Coordinator);
        await NoteAsync(t, c.DecisionId, c.From.AddMonths(1), t.Clock.Today());

        var rows = await t.Db.CompensationRequests.AsNoTracking().OrderBy(r => r.Month).ToListAsync(Ct);
        Assert.Equal([CompensationMonths.FirstOf(c.From), CompensationMonths.FirstOf(c.From.AddMonths(1))], rows.Select(r => r.Month));
        Assert.Equal((user, t.Clock.Today()), (rows[0].NotedBy, rows[0].RequestedOn));
        var view = await CompensationView.Of(t.Db, t.Db.Placements.AsNoTracking()).SingleAsync(Ct);
        Assert.Equal(["Test EmployerAdmin", "Test Coordinator"], view.Requests.Select(r => r.NotedBy));
        Assert.Equal(2, await t.Db.History.CountAsync(h => h.SubjectId == c.PlacementId && h.Verb == "CompensationNoted", Ct));
    }

    [Fact]
    public async Task A_month_is_noted_once_when_it_is_over_and_never_ahead()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        t.Clock.SetStockholm(c.From.AddMonths(2));
        await t.AsAsync(Role.Coordinator);
        var today = t.Clock.Today();
        Assert.Equal(Rule.CompensationMonthOutside, await RefusalAsync(t, c.DecisionId, today, today));
        Assert.Equal(Rule.CompensationMonthOutside, await RefusalAsync(t, c.DecisionId, c.From.AddMonths(-1), today));
        Assert.Equal(Rule.DateInFuture, await RefusalAsync(t, c.DecisionId, c.From, today.AddDays(1)));
        Assert.Equal(Rule.CompensationBeforeMonthEnd, await RefusalAsync(t, c.DecisionId, c.From, CompensationMonths.LastOf(c.From)));
        await NoteAsync(t, c.DecisionId, c.From, CompensationMonths.LastOf(c.From).AddDays(1));
        Assert.Equal(Rule.CompensationAlreadyNoted, await RefusalAsync(t, c.DecisionId, c.From, today));
    }

    [Fact]
    public async Task The_same_month_of_another_decision_is_noted_by_itself()
    {
        await using var t = await CoreTest.StartAsync();
        var (one, two) = (await StartedAsync(t), await StartedAsync(t));
        await t.Db.Offers.Where(o => o.EmployerId == two.EmployerId).ExecuteUpdateAsync(u => u.SetProperty(o => o.Title, "Snickare"), Ct);
        await t.Db.Workplaces.Where(w => w.EmployerId == two.EmployerId).ExecuteUpdateAsync(u => u.SetProperty(w => w.Name, "Verkstaden"), Ct);
        t.Clock.SetStockholm(two.From.AddMonths(2));
        foreach (var c in new[] { one, two })
            await NoteAsync(t, c.DecisionId, two.From, t.Clock.Today());
        Assert.Equal(2, await t.Db.CompensationRequests.CountAsync(Ct));
        Assert.Equal([("Butiksbiträde", "Butiken", 1), ("Snickare", "Verkstaden", 1)],
            (await CompensationView.Of(t.Db, t.Db.Placements.AsNoTracking()).ToListAsync(Ct)).Select(v => (v.Title, v.Workplace, v.Requests.Count)));
    }

    [Fact]
    public async Task The_money_of_an_employment_that_has_ended_may_still_be_asked_for()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        t.Clock.SetStockholm(c.From.AddMonths(2));
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().EndAsync(c.PlacementId, new EndPlacement(t.Clock.Today(), ExitReason.Work, InterruptedBy.Nobody), Ct);
        t.NewScope();
        await NoteAsync(t, c.DecisionId, c.From, t.Clock.Today());
        async Task<string?> Name(int days) => (await CompensationView.Of(t.Db, t.Db.Placements.AsNoTracking(), t.Clock.Today().AddDays(days)).SingleAsync(Ct)).Person;
        Assert.StartsWith("Robin Provperson", await Name(0), StringComparison.Ordinal);
        Assert.Null(await Name(1));
    }

    [Fact]
    public async Task A_remittent_notes_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        await t.AsAsync(Role.Referrer);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CompensationService>().SetAfHasDataAsync(c.DecisionId, true, Ct));
        Assert.Equal(Rule.NotForYourRole, refused.Rule);
    }

    [Fact]
    public async Task Before_the_start_there_is_nothing_to_ask_for()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        Assert.Equal(1, await CompensationView.Of(t.Db, t.Db.Placements.AsNoTracking()).CountAsync(Ct));
        await t.Db.Placements.Where(p => p.Id == c.PlacementId).ExecuteUpdateAsync(u => u.SetProperty(p => p.StartedOn, (DateOnly?)null), Ct);
        Assert.Equal(0, await CompensationView.Of(t.Db, t.Db.Placements.AsNoTracking()).CountAsync(Ct));
        await NothingIsNotedAsync(t, c);
    }

    [Fact]
    public async Task Nor_is_there_when_it_was_registered_by_mistake()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        await t.Get<PlacementService>().VoidAsync(c.PlacementId, Ct);
        Assert.Equal(0, await CompensationView.Of(t.Db, t.Db.Placements.AsNoTracking()).CountAsync(Ct));
        await NothingIsNotedAsync(t, c);
    }

    private static async Task NothingIsNotedAsync(CoreTest t, Case c)
    {
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<CompensationService>().SetAfHasDataAsync(c.DecisionId, true, Ct));
        Assert.Equal(Rule.NotAllowedInStatus, refused.Rule);
    }

    [Fact]
    public async Task Where_Arbetsformedlingen_has_the_data_the_clock_is_off_until_it_is_switched_on_again()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t, afHasData: true);
        t.Clock.SetStockholm(c.From.AddMonths(6));
        await t.AsAsync(Role.Coordinator);
        async Task<int> MonthsAsync() => (await CompensationView.Of(t.Db, t.Db.Placements.AsNoTracking()).SingleAsync(Ct)).Months(EnVagUt.Core.Law.Rulebook.RuleSet.Shipped, t.Clock.Today()).Count;
        Assert.Equal(0, await MonthsAsync());
        Assert.Equal(Rule.CompensationMonthOutside, await RefusalAsync(t, c.DecisionId, c.From, t.Clock.Today()));
        await t.Get<CompensationService>().SetAfHasDataAsync(c.DecisionId, false, Ct);
        Assert.NotEqual(0, await MonthsAsync());
        Assert.Contains("AfLacksData", await t.Db.History.Where(h => h.SubjectId == c.PlacementId).Select(h => h.Verb).ToListAsync(Ct));
    }

    [Fact]
    public async Task Another_employer_another_gren_and_the_workplaces_supervisor_find_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        t.Clock.SetStockholm(c.From.AddMonths(2));
        var others = await t.Stage.WorkplaceAsync();
        await t.AsAsync(Role.EmployerAdmin, employerId: others.EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => NoteAsync(t, c.DecisionId, c.From, t.Clock.Today()));
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Skola);
        await Assert.ThrowsAsync<NotFoundException>(() => NoteAsync(t, c.DecisionId, c.From, t.Clock.Today()));
        await t.AsAsync(Role.EmployerSupervisor, employerId: c.EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => NoteAsync(t, c.DecisionId, c.From, t.Clock.Today()));
        await t.AsAsync(Role.EmployerAdmin, employerId: c.EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<CompensationService>().SetAfHasDataAsync(c.DecisionId, true, Ct));
    }

    [Fact]
    public async Task Employments_whose_money_is_lost_for_long_are_not_looked_through_any_more()
    {
        await using var t = await CoreTest.StartAsync();
        var c = await StartedAsync(t);
        await t.AsAsync(Role.Coordinator);
        Task<int> Count(DateOnly day) => CompensationView.StillClaimable(t.Db, t.Db.Placements.AsNoTracking(), EnVagUt.Core.Law.Rulebook.RuleSet.Shipped, day).CountAsync(Ct);
        Assert.Equal(1, await Count(c.To.AddDays(180)));
        Assert.Equal(0, await Count(c.To.AddDays(180).AddMonths(1).AddDays(2)));
        // Of a support without a clock there is nothing to claim.
        var other = Enum.GetValues<Lonestod>().First(k => !CompensationMonths.HasClock(EnVagUt.Core.Law.Rulebook.RuleSet.Shipped, k, c.To));
        await t.Db.Set<SupportDecision>().ExecuteUpdateAsync(u => u.SetProperty(s => s.Kind, other), Ct);
        Assert.Equal(0, await Count(c.To));
    }

    private sealed record Case(Guid PlacementId, Guid DecisionId, Guid EmployerId, DateOnly From, DateOnly To);

    private static Task NoteAsync(CoreTest t, Guid decision, DateOnly month, DateOnly on)
    {
        t.NewScope();
        return t.Get<CompensationService>().NoteAsync(new NoteCompensation { DecisionId = decision, Month = month, RequestedOn = on }, Ct);
    }

    private static async Task<Rule> RefusalAsync(CoreTest t, Guid decision, DateOnly month, DateOnly on) =>
        (await Assert.ThrowsAsync<RuleBreachException>(() => NoteAsync(t, decision, month, on))).Rule;

    private static async Task<Case> StartedAsync(CoreTest t, bool afHasData = false)
    {
        var from = CompensationMonths.FirstOf(t.Clock.Today()).AddMonths(1);
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Form = Form.Employment, From = from, To = null });
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<PlacementService>().ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = from }, Ct);
        await t.Get<PlacementService>().ParticipantAnsweredAsync(id, true, Ct);
        await t.Get<PlacementService>().ReleaseAsync(id, null, Ct);
        await t.Get<PlacementService>().RequestAsync(id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        t.Clock.SetStockholm(from);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().RecordPaperAsync(id, new RecordPaper(from, "Sam Samordnare", "Avtal 1"), Ct);
        await t.Get<PlacementService>().StartAsync(id, from, Ct);
        await t.Get<PlacementService>().RecordSupportAsync(id, new SupportDetails
        {
            Kind = Lonestod.Nystartsjobb, From = from, To = from.AddYears(1).AddDays(-1), DecidedOn = from, Reference = "AF 1", AfHasData = afHasData,
        }, Ct);
        var decision = await t.Db.Placements.Where(p => p.Id == id).SelectMany(p => p.Supports).SingleAsync(Ct);
        return new Case(id, decision.Id, offer.EmployerId, decision.From, decision.To);
    }
}
