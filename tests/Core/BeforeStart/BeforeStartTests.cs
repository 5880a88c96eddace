using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.BeforeStart;

public class BeforeStartTests
{
    private static readonly DateOnly Born = new(2009, 10, 1), Grown = new(1990, 5, 17), Start = new(2027, 2, 1);
    private static readonly BeforeStartFacts Complete = new(Born, false, Start, Start, true, Start, null);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_minor_needs_each_fact_and_a_grown_up_none_of_them()
    {
        Assert.Empty(Complete.MissingOn(Start));
        Assert.Equal([MissingFact.RiskAssessment], (Complete with { RiskThrough = null }).MissingOn(Start));
        Assert.Equal([MissingFact.RiskAssessment], (Complete with { RiskThrough = Start.AddDays(-1) }).MissingOn(Start));
        Assert.Equal([MissingFact.Guardian], (Complete with { GuardianInformedOn = null }).MissingOn(Start));
        Assert.Equal([MissingFact.Supervisor], (Complete with { SupervisorNamed = false }).MissingOn(Start));
        Assert.Equal([MissingFact.ForbiddenTasks], (Complete with { ForbiddenTasksShownOn = null }).MissingOn(Start));
        Assert.Empty(new BeforeStartFacts(Grown, false, null, null, false, null, null).MissingOn(Start));
        Assert.Equal(4, new BeforeStartFacts(Start.AddYears(-18).AddDays(1), false, null, null, false, null, null).MissingOn(Start).Count);
        Assert.Empty(new BeforeStartFacts(Start.AddYears(-18), false, null, null, false, null, null).MissingOn(Start));
    }

    [Fact]
    public void The_extract_is_asked_of_everybody_where_the_workplace_demands_it()
    {
        var grown = new BeforeStartFacts(Grown, true, null, null, false, null, null);
        Assert.Equal([MissingFact.Extract], grown.MissingOn(Start));
        Assert.Empty((grown with { ExtractShownOn = Start }).MissingOn(Start));
    }

    [Fact]
    public async Task A_minor_starts_when_all_is_noted_and_not_before()
    {
        await using var t = await CoreTest.StartAsync();
        // An adult whom it is not about.
        await t.Stage.ParticipantAsync();
        var (offer, id) = await ReadyAsync(t);
        var refused = await RefusedAsync(t, s => s.Get<PlacementService>().StartAsync(id, offer.From, Ct, Answered.ToAll));
        Assert.Equal((Rule.BeforeStartIncomplete, "On"), Of(refused));
        Assert.Equal("riskbedömning av arbetsplatsen, besked till vårdnadshavaren, namngiven handledare, genomgång av förbjudna uppgifter", refused.Values[0]);

        await t.NoteBeforeStartAsync(id, d => d with { GuardianInformedOn = null });
        Assert.Equal("besked till vårdnadshavaren", (await RefusedAsync(t, s => s.Get<PlacementService>().StartAsync(id, offer.From, Ct, Answered.ToAll))).Values[0]);
        await t.NoteBeforeStartAsync(id);
        t.NewScope();
        await t.Get<PlacementService>().StartAsync(id, offer.From, Ct, Answered.ToAll);
        Assert.Equal(PlacementStatus.Running, (await t.Db.Placements.AsNoTracking().SingleAsync(Ct)).Status);
        Assert.All(await t.Db.Claims.AsNoTracking().ToListAsync(Ct), c => Assert.NotNull(c.SupervisorId));
    }

    [Fact]
    public async Task A_risk_assessment_holds_for_the_next_person_and_as_long_as_the_rules_of_its_day_say()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id) = await ReadyAsync(t);
        var assessed = t.Clock.Today();
        await t.NoteBeforeStartAsync(id);
        var check = await t.Db.WorkplaceChecks.AsNoTracking().SingleAsync(Ct);
        Assert.Equal((offer.WorkplaceId, Form.Praktik, assessed.AddMonths(12).AddDays(-1)), (check.WorkplaceId, check.Form, check.ValidThrough));

        var (_, next) = await ReadyAsync(t, offer.WorkplaceId);
        await t.NoteBeforeStartAsync(next, d => d with { RiskAssessedOn = null });
        t.NewScope();
        await t.Get<PlacementService>().StartAsync(next, t.Clock.Today(), Ct, Answered.ToAll);
    }

    [Fact]
    public async Task An_assessment_that_says_no_stops_what_an_older_one_allowed()
    {
        await using var t = await CoreTest.StartAsync();
        var (offer, id) = await ReadyAsync(t);
        await t.NoteBeforeStartAsync(id, d => d with { RiskAssessedOn = d.RiskAssessedOn!.Value.AddDays(-3) });
        await t.NoteBeforeStartAsync(id, d => d with { RiskAccepted = false });
        Assert.Equal("riskbedömning av arbetsplatsen", (await RefusedAsync(t, s => s.Get<PlacementService>().StartAsync(id, offer.From, Ct, Answered.ToAll))).Values[0]);
    }

    [Fact]
    public async Task What_is_noted_must_have_happened_and_be_whole()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, id) = await ReadyAsync(t);
        Task<RuleBreachException> Refused(BeforeStartDetails d) => RefusedAsync(t, s => s.Get<BeforeStartService>().RecordAsync(id, d, Ct));
        var (today, tomorrow) = (t.Clock.Today(), t.Clock.Today().AddDays(1));

        Assert.Equal((Rule.NothingToRecord, null), Of(await Refused(new())));
        Assert.Equal((Rule.DateInFuture, "GuardianInformedOn"), Of(await Refused(new() { GuardianInformedOn = tomorrow, GuardianInformedBy = "Kim" })));
        Assert.Equal((Rule.Required, "GuardianInformedBy"), Of(await Refused(new() { GuardianInformedOn = today })));
        Assert.Equal((Rule.Required, "RiskAccepted"), Of(await Refused(new() { RiskAssessedOn = today, RiskAssessedBy = "Sam" })));
        Assert.Equal((Rule.Required, "RiskAssessedBy"), Of(await Refused(new() { RiskAssessedOn = today, RiskAccepted = true })));
        Assert.Equal((Rule.EarlierEventAfterLater, "UnionAnsweredOn"), Of(await Refused(new() { UnionAskedOn = today, UnionAnsweredOn = today.AddDays(-1), UnionAccepted = true })));
        Assert.Equal((Rule.Required, "UnionAccepted"), Of(await Refused(new() { UnionAskedOn = today, UnionAnsweredOn = today })));
        Assert.Equal((Rule.SupervisorElsewhere, "SupervisorId"), Of(await Refused(new() { SupervisorId = Guid.NewGuid() })));
        Assert.Equal((Rule.ExtractNotRequired, "ExtractShownOn"), Of(await Refused(new() { ExtractShownOn = today })));
        Assert.Empty(await t.Db.WorkplaceChecks.AsNoTracking().ToListAsync(Ct));
    }

    [Fact]
    public async Task Of_an_extract_only_the_day_who_noted_it_and_the_law_are_kept()
    {
        await using var t = await CoreTest.StartAsync();
        var (_, id) = await ReadyAsync(t, born: Grown, extract: true);
        Assert.Equal("namngiven handledare, utdrag ur belastningsregistret – uppvisat", (await RefusedAsync(t, s => s.Get<PlacementService>().StartAsync(id, t.Clock.Today(), Ct, Answered.ToAll))).Values[0]);
        await t.Get<BeforeStartService>().RecordAsync(id, new() { ExtractShownOn = t.Clock.Today() }, Ct);
        var placement = await t.Db.Placements.AsNoTracking().SingleAsync(Ct);
        Assert.Equal((t.Clock.Today(), t.Viewer.UserId, "Skollagen 2 kap. 31 §"), (placement.BeforeStart.ExtractShownOn, placement.BeforeStart.ExtractNotedBy, placement.BeforeStart.ExtractLaw));
        Assert.Equal(["ExtractLaw", "ExtractNotedBy", "ExtractShownOn"],
            typeof(BeforeStartNotes).GetProperties().Select(p => p.Name).Where(n => n.StartsWith("Extract", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_supervisor_who_is_full_cannot_be_named()
    {
        await using var t = await CoreTest.StartAsync();
        var (first, one) = await ReadyAsync(t);
        var (_, two) = await ReadyAsync(t, first.WorkplaceId);
        var supervisor = await t.Get<EmployerService>().AddSupervisorAsync(first.WorkplaceId, new SupervisorDetails { Name = "Sam", Ceiling = 1, CeilingIsHard = true }, Ct);
        await t.Get<BeforeStartService>().RecordAsync(one, new() { SupervisorId = supervisor }, Ct);
        var refused = await RefusedAsync(t, s => s.Get<BeforeStartService>().RecordAsync(two, new() { SupervisorId = supervisor }, Ct));
        Assert.Equal((Rule.SupervisorFull, "SupervisorId"), Of(refused));
    }

    private static (Rule, string?) Of(RuleBreachException e) => (e.Rule, e.Field);

    private static async Task<RuleBreachException> RefusedAsync(CoreTest t, Func<CoreTest, Task> command)
    {
        t.NewScope();
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => command(t));
        t.NewScope();
        return refused;
    }

    /// <summary>A praktik that is Klar för start on its own first day.</summary>
    private static async Task<(Offer Offer, Guid Id)> ReadyAsync(CoreTest t, Guid? at = null, DateOnly? born = null, bool extract = false)
    {
        var workplace = at is { } known
            ? await t.Db.Workplaces.Include(w => w.Supervisors).SingleAsync(w => w.Id == known, Ct)
            : await t.Stage.WorkplaceAsync();
        var offer = await t.Stage.OfferAsync(workplace, o => o with { From = t.Clock.Today(), SupervisorId = null });
        var participant = await t.Stage.ParticipantAsync(birthDate: born ?? t.Clock.Today().AddYears(-17));
        await t.AsAsync(Role.Coordinator);
        if (extract)
            await t.Get<EmployerService>().DescribeWorkplaceAsync(workplace.Id, workplace.Version, new WorkplaceDetails
            {
                Name = workplace.Name, StreetAddress = workplace.StreetAddress, PostalCode = workplace.PostalCode, City = workplace.City,
                ContactName = workplace.ContactName, ContactEmail = workplace.ContactEmail, Employees = workplace.Employees,
                ExtractRequired = true, ExtractLegalBasis = "Skollagen 2 kap. 31 §",
            }, Ct);
        var service = t.Get<PlacementService>();
        var id = await service.ProposeAsync(new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, Ct);
        await service.ParticipantAnsweredAsync(id, true, Ct);
        await service.ReleaseAsync(id, null, Ct);
        await service.RequestAsync(id, Ct);
        await t.AsAsync(Role.EmployerAdmin, employerId: offer.EmployerId);
        await t.Get<EmployerAnswerService>().AnswerAsync(id, true, null, Ct);
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().RecordPaperAsync(id, new RecordPaper(t.Clock.Today(), "Kim Konsulent", null), Ct);
        t.NewScope();
        return (offer, id);
    }
}
