using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.ByHand;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>Who is handledare: named with the workplace's yes, demanded before the start, changed while the placement runs.</summary>
public class SupervisionTests
{
    private static readonly OnBehalf Said = new(BehalfChannel.Phone, "Kim Kontakt");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task NameAsync(CoreTest t, Guid id, string name, DateOnly from, OnBehalf? said = null) =>
        t.Get<SupervisionService>().ChangeAsync(id, new ChosenSupervisor(Name: name), from, said, Ct);

    private static async Task<string?> NowAsync(CoreTest t, Guid id)
    {
        t.AsJob();
        return await t.Db.Placements.Where(p => p.Id == id).Select(p => t.Db.Supervisors.Where(s => s.Id == p.SupervisorId).Select(s => s.Name).FirstOrDefault()).SingleAsync(Ct);
    }

    [Fact]
    public async Task A_yes_names_the_handledare_who_becomes_one_of_the_workplaces()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Requested");
        await t.AsAsync(Role.EmployerAdmin, employerId: stage.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(stage.Id, EmployerAnswer.Yes with { Supervisor = new ChosenSupervisor(Name: "Bo Handledare") }, Ct);
        Assert.Equal("Bo Handledare", await NowAsync(t, stage.Id));
        var (placement, claim) = (await t.Db.Placements.SingleAsync(Ct), await t.Db.Claims.SingleAsync(Ct));
        Assert.Equal(placement.SupervisorId, claim.SupervisorId);

        // The same name again is the same person.
        await t.AsAsync(Role.EmployerAdmin, employerId: stage.EmployerId);
        await NameAsync(t, stage.Id, " bo handledare", stage.From);
        t.AsJob();
        Assert.Equal(1, await t.Db.Supervisors.CountAsync(s => s.Name == "Bo Handledare", Ct));
    }

    [Fact]
    public async Task The_claim_that_a_yes_makes_is_the_new_handledares_too()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Employment, "Requested");
        await t.AsAsync(Role.Coordinator);
        await t.Get<EmployerAnswerService>().AnswerAsync(stage.Id, EmployerAnswer.Yes with { Behalf = Said, Supervisor = new ChosenSupervisor(Name: "Bo Handledare") }, Ct);
        t.AsJob();
        Assert.Equal((await t.Db.Placements.SingleAsync(Ct)).SupervisorId, (await t.Db.Claims.SingleAsync(Ct)).SupervisorId);
    }

    [Fact]
    public async Task Another_handledare_from_a_day_on_leaves_what_has_been()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Running");
        t.Clock.AdvanceDays(10);
        await t.AsAsync(Role.Coordinator);
        await NameAsync(t, stage.Id, "Bo Handledare", t.Clock.Today().AddDays(-3), Said);
        Assert.Equal("Bo Handledare", await NowAsync(t, stage.Id));
        var claims = await t.Db.Claims.Where(c => c.ReleasedAt == null).OrderBy(c => c.From).ToListAsync(Ct);
        var day = t.Clock.Today().AddDays(-3);
        Assert.Equal([(stage.From, (DateOnly?)day.AddDays(-1)), (day, stage.From.AddMonths(3))], claims.Select(c => (c.From, c.To)));
        Assert.NotEqual(claims[0].SupervisorId, claims[1].SupervisorId);
        Assert.Equal(day, (await t.Db.Placements.SelectMany(p => p.SupervisedBy).OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Seq).FirstAsync(Ct)).From);
        Assert.Equal(("SupervisorNamed", "Kim Kontakt"), await t.Db.Behalves.Select(b => new ValueTuple<string, string>(b.Act, b.SaidBy)).SingleAsync(Ct));
    }

    [Fact]
    public async Task The_day_is_the_first_or_one_that_has_been()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Running");
        await t.AsAsync(Role.Coordinator);
        foreach (var day in new[] { stage.From.AddDays(-1), t.Clock.Today().AddDays(1) })
        {
            var breach = await Assert.ThrowsAsync<RuleBreachException>(() => NameAsync(t, stage.Id, "Bo Handledare", day, Said));
            Assert.Equal((Rule.SupervisorDayWrong, "From"), (breach.Rule, breach.Field));
            t.NewScope();
        }
        // Before the start it is the first day, however far ahead.
        var ahead = await PlacementInState.BringAsync(t, Form.Praktik, "AwaitingPaper");
        await t.AsAsync(Role.Coordinator);
        await NameAsync(t, ahead.Id, "Bo Handledare", ahead.From, Said);
    }

    [Fact]
    public async Task A_handledare_with_too_many_already_is_refused()
    {
        await using var t = await CoreTest.StartAsync();
        var first = await PlacementInState.BringAsync(t, Form.Praktik, "AwaitingPaper");
        t.AsJob();
        var workplace = await t.Db.Placements.Where(p => p.Id == first.Id).Select(p => p.WorkplaceId).SingleAsync(Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: first.EmployerId);
        var full = await t.Get<EmployerService>().AddSupervisorAsync(workplace, new SupervisorDetails { Name = "Bo Handledare", Ceiling = 1, CeilingIsHard = true }, Ct);
        await t.Get<SupervisionService>().ChangeAsync(first.Id, new ChosenSupervisor(full), first.From, null, Ct);

        await using (var db = t.Database.Open())
        {
            // A second seat of the same days at the same workplace.
            var place = await db.Workplaces.SingleAsync(w => w.Id == workplace, Ct);
            var offer = await t.Stage.OfferAsync(place);
            var participant = await t.Stage.ParticipantAsync();
            await t.AsAsync(Role.Coordinator);
            var service = t.Get<PlacementService>();
            var second = await service.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = first.From, To = offer.To }, Ct);
            await service.ParticipantAnsweredAsync(second, true, Ct);
            await service.ReleaseAsync(second, null, Ct);
            await service.RequestAsync(second, Ct);
            t.NewScope();
            await t.Get<EmployerAnswerService>().AnswerAsync(second, EmployerAnswer.Yes with { Behalf = Said }, Ct);
            t.NewScope();
            var breach = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<SupervisionService>().ChangeAsync(second, new ChosenSupervisor(full), first.From, Said, Ct));
            Assert.Equal(Rule.SupervisorFull, breach.Rule);
        }
    }

    [Fact]
    public async Task Whoever_says_yes_names_another_than_the_handledare_who_has_too_many()
    {
        await using var t = await CoreTest.StartAsync();
        var place = await t.Stage.WorkplaceAsync(supervisorCeiling: 1);
        async Task<Guid> RequestedAsync()
        {
            var offer = await t.Stage.OfferAsync(place, o => o with { Form = Form.Employment });
            var participant = await t.Stage.ParticipantAsync();
            await t.AsAsync(Role.Coordinator);
            var service = t.Get<PlacementService>();
            var id = await service.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
            await service.ParticipantAnsweredAsync(id, true, Ct);
            await service.ReleaseAsync(id, null, Ct);
            await service.RequestAsync(id, Ct);
            t.NewScope();
            return id;
        }
        var first = await RequestedAsync();
        await t.Get<EmployerAnswerService>().AnswerAsync(first, EmployerAnswer.Yes with { Behalf = Said }, Ct);
        var second = await RequestedAsync();
        Assert.Equal(Rule.SupervisorFull, await LetterStage.RefusedAsync(() => t.Get<EmployerAnswerService>().AnswerAsync(second, EmployerAnswer.Yes with { Behalf = Said }, Ct)));
        t.NewScope();
        await t.Get<EmployerAnswerService>().AnswerAsync(second, EmployerAnswer.Yes with { Behalf = Said, Supervisor = new ChosenSupervisor(Name: "Bo Handledare") }, Ct);
        Assert.Equal("Bo Handledare", await NowAsync(t, second));
    }

    [Fact]
    public async Task Somebody_is_named_and_the_handledare_is_the_workplaces_own()
    {
        await using var t = await CoreTest.StartAsync();
        var stage = await PlacementInState.BringAsync(t, Form.Praktik, "Running");
        var elsewhere = (await t.Stage.WorkplaceAsync(supervisorCeiling: 2)).Supervisors[0].Id;
        await t.AsAsync(Role.Coordinator);
        Task Change(ChosenSupervisor chosen) => t.Get<SupervisionService>().ChangeAsync(stage.Id, chosen, stage.From, Said, Ct);
        Assert.Equal(Rule.Required, (await Assert.ThrowsAsync<RuleBreachException>(() => Change(new ChosenSupervisor(Name: " ")))).Rule);
        t.NewScope();
        Assert.Equal(Rule.SupervisorElsewhere, (await Assert.ThrowsAsync<RuleBreachException>(() => Change(new ChosenSupervisor(elsewhere)))).Rule);
        await t.AsAsync(Role.EmployerAdmin, employerId: (await t.Stage.WorkplaceAsync()).EmployerId);
        await Assert.ThrowsAsync<NotFoundException>(() => t.Get<SupervisionService>().ChangeAsync(stage.Id, new ChosenSupervisor(Name: "Bo"), stage.From, null, Ct));
    }

    [Theory]
    [InlineData(Form.Praktik, false, true)]
    [InlineData(Form.Spraktraning, false, true)]
    [InlineData(Form.Prao, false, true)]
    [InlineData(Form.AplGymnasium, false, true)]
    [InlineData(Form.Larling, false, true)]
    [InlineData(Form.Feriejobb, false, true)]
    [InlineData(Form.Employment, false, false)]
    [InlineData(Form.AfPraktik, false, false)]
    [InlineData(Form.Praktik, true, false)]
    public void A_form_says_whether_a_handledare_is_named_before_the_start(Form form, bool isNameless, bool demanded)
    {
        var nothing = new BeforeStartFacts(new DateOnly(1990, 5, 17), false, null, null, false, null, null);
        Assert.Equal(demanded, nothing.Of(form, isNameless).MissingOn(new DateOnly(2026, 12, 1)).Contains(MissingFact.Supervisor));
        Assert.Empty((nothing with { SupervisorNamed = true }).Of(form, isNameless).MissingOn(new DateOnly(2026, 12, 1)));
    }
}
