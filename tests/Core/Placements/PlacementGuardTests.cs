using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>What a placement refuses because of its dates, its form and its answers, whatever page asks.</summary>
public class PlacementGuardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(CoreTest Test, PlacementInState Placement)> StageAsync(string situation, Form form = Form.Praktik)
    {
        var t = await CoreTest.StartAsync();
        var placement = await PlacementInState.BringAsync(t, form, situation);
        await t.AsAsync(Role.Coordinator);
        return (t, placement);
    }

    private static async Task RefusedAsync(CoreTest t, Rule rule, string? field, Func<PlacementService, Task> command)
    {
        t.NewScope();
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => command(t.Get<PlacementService>()));
        Assert.Equal((rule, field), (breach.Rule, breach.Field));
        t.NewScope();
    }

    [Fact]
    public async Task A_start_lies_within_the_agreed_time_and_not_ahead()
    {
        var (t, p) = await StageAsync("ReadyToStart");
        await using var _ = t;
        await RefusedAsync(t, Rule.DateImpossible, "On", s => s.StartAsync(p.Id, p.From.AddDays(1), Ct, Answered.ToAll));
        await RefusedAsync(t, Rule.StartBeforePeriod, "On", s => s.StartAsync(p.Id, p.From.AddDays(-1), Ct, Answered.ToAll));
        await t.Get<PlacementService>().StartAsync(p.Id, p.From, Ct, Answered.ToAll);
    }

    [Fact]
    public async Task An_end_lies_on_or_after_the_start_and_not_ahead()
    {
        var (t, p) = await StageAsync("Running");
        await using var _ = t;
        t.Clock.AdvanceDays(5);
        await RefusedAsync(t, Rule.EndBeforeStart, "On", s => s.EndAsync(p.Id, new EndPlacement(p.From.AddDays(-1), ExitReason.Work, InterruptedBy.Nobody), Ct));
        await RefusedAsync(t, Rule.DateImpossible, "On", s => s.EndAsync(p.Id, new EndPlacement(t.Clock.Today().AddDays(1), ExitReason.Work, InterruptedBy.Nobody), Ct));
        // Who leaves on the first day has been there that day.
        await t.Get<PlacementService>().EndAsync(p.Id, new EndPlacement(p.From, ExitReason.Work, InterruptedBy.Nobody), Ct);
    }

    [Fact]
    public async Task What_came_of_it_is_known_after_the_end_and_not_ahead()
    {
        var (t, p) = await StageAsync("Ended");
        await using var _ = t;
        var ended = t.Clock.Today();
        await RefusedAsync(t, Rule.EarlierEventAfterLater, "On", s => s.RecordOutcomeAsync(p.Id, Outcome.Work, ended.AddDays(-1), Ct));
        await RefusedAsync(t, Rule.DateImpossible, "On", s => s.RecordOutcomeAsync(p.Id, Outcome.Work, ended.AddDays(1), Ct));
        await t.Get<PlacementService>().RecordOutcomeAsync(p.Id, Outcome.Work, ended, Ct);
    }

    [Fact]
    public async Task A_paper_is_not_signed_ahead_and_somebody_has_seen_it()
    {
        var (t, p) = await StageAsync("AwaitingPaper");
        await using var _ = t;
        await RefusedAsync(t, Rule.Required, "SeenBy", s => s.RecordPaperAsync(p.Id, new RecordPaper(t.Clock.Today(), " ", "Avtal 1"), Ct));
        await RefusedAsync(t, Rule.DateImpossible, "DoneOn", s => s.RecordPaperAsync(p.Id, new RecordPaper(t.Clock.Today().AddDays(1), "Kim", "Avtal 1"), Ct));
    }

    [Fact]
    public async Task A_support_decision_touches_the_employment_and_says_where_it_is_written()
    {
        var (t, p) = await StageAsync("AwaitingPaper", Form.Employment);
        await using var _ = t;
        var last = (await t.Db.Placements.AsNoTracking().SingleAsync(Ct)).To!.Value;
        var decision = new SupportDetails { Kind = Lonestod.Nystartsjobb, From = p.From, To = last, DecidedOn = t.Clock.Today(), Reference = "AF 1" };
        await RefusedAsync(t, Rule.SupportDateOutside, "From", s => s.RecordSupportAsync(p.Id, decision with { From = last.AddDays(1), To = last.AddMonths(2) }, Ct));
        await RefusedAsync(t, Rule.SupportDateOutside, "From", s => s.RecordSupportAsync(p.Id, decision with { From = p.From.AddMonths(-2), To = p.From.AddDays(-1) }, Ct));
        await RefusedAsync(t, Rule.PeriodReversed, "To", s => s.RecordSupportAsync(p.Id, decision with { From = p.From.AddDays(9), To = p.From.AddDays(8) }, Ct));
        await RefusedAsync(t, Rule.SupportNeedsReference, "Reference", s => s.RecordSupportAsync(p.Id, decision with { Reference = " " }, Ct));
        foreach (var share in new[] { -1, 101 })
            await RefusedAsync(t, Rule.Required, "SharePercent", s => s.RecordSupportAsync(p.Id, decision with { SharePercent = share }, Ct));
        await t.Get<PlacementService>().RecordSupportAsync(p.Id, decision with { From = last, SharePercent = 100 }, Ct);
    }

    [Fact]
    public async Task A_support_decision_belongs_to_an_employment()
    {
        var (t, p) = await StageAsync("AwaitingPaper");
        await using var _ = t;
        await RefusedAsync(t, Rule.SupportOnlyOnEmployment, null, s => s.RecordSupportAsync(p.Id,
            new SupportDetails { Kind = Lonestod.Nystartsjobb, From = p.From, To = p.From.AddMonths(1), DecidedOn = t.Clock.Today(), Reference = "AF 1" }, Ct));
    }

    [Fact]
    public async Task A_proposal_lies_within_the_slots_days_and_cells()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var proposal = new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To };
        await RefusedAsync(t, Rule.OutsideSlotPeriod, "From", s => s.ProposeAsync(proposal with { From = offer.From.AddDays(-1) }, Ct));
        await RefusedAsync(t, Rule.OutsideSlotPeriod, "From", s => s.ProposeAsync(proposal with { To = offer.To!.Value.AddDays(1) }, Ct));
        await RefusedAsync(t, Rule.OutsideSlotPattern, "Cells", s => s.ProposeAsync(proposal with { Cells = Cells.From([0, Cells.Index(DayOfWeek.Saturday, DayPart.Forenoon)]) }, Ct));
        await t.Get<PlacementService>().ProposeAsync(proposal with { Cells = Cells.From([0]) }, Ct);
    }

    [Fact]
    public async Task What_the_law_on_minors_forbids_is_neither_proposed_nor_changed_to()
    {
        var (t, p) = await StageAsync("Running");
        await using var _ = t;
        var mornings = Cells.From(Enumerable.Range(0, 7).Select(day => day * 3));
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Pattern = WeeklyPattern.Usual(mornings).Times });
        var young = await t.Stage.ParticipantAsync(birthDate: t.Clock.Today().AddYears(-17));
        var proposal = new ProposePlacement { ParticipantId = young.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To };
        await RefusedAsync(t, Rule.MinorWeekRestTooShort, "Cells", s => s.ProposeAsync(proposal, Ct));
        await t.Get<PlacementService>().ProposeAsync(proposal with { Cells = mornings.And(Cells.OfficeWeek) }, Ct);

        await t.Db.Participants.ExecuteUpdateAsync(u => u.SetProperty(x => x.BirthDate, t.Clock.Today().AddYears(-15)), Ct);
        await RefusedAsync(t, Rule.MinorDayTooLong, "Cells", s => s.ReplanAsync(p.Id, new Replan(p.From, p.From.AddMonths(2), Cells.OfficeWeek, ReplanReason.StepDown), Ct, Answered.ToAll));
    }

    [Fact]
    public async Task A_yes_is_said_once()
    {
        var (t, p) = await StageAsync("Yes");
        await using var _ = t;
        await RefusedAsync(t, Rule.ParticipantHasAnswered, null, s => s.ParticipantAnsweredAsync(p.Id, true, Ct));
    }

    [Fact]
    public async Task What_was_never_preliminary_does_not_lapse()
    {
        var (t, p) = await StageAsync("Proposed");
        await using var _ = t;
        var placement = await t.Db.Placements.SingleAsync(x => x.Id == p.Id, Ct);
        Assert.Equal(Rule.NotAllowedInStatus, Assert.Throws<RuleBreachException>(() => placement.LapsePencil(t.Stamp)).Rule);
    }

    [Fact]
    public async Task A_candidate_for_an_employment_holds_no_slot()
    {
        var (t, p) = await StageAsync("Proposed", Form.Employment);
        await using var _ = t;
        await RefusedAsync(t, Rule.CandidateHoldsNothing, null, s => s.PencilAsync(p.Id, Ct));
        Assert.Empty(await t.Db.Claims.ToListAsync(Ct));
    }

    [Fact]
    public async Task An_uppehall_is_changed_when_there_is_one_and_planned_when_there_is_none()
    {
        var (t, p) = await StageAsync("Running");
        await using var _ = t;
        await RefusedAsync(t, Rule.NoPause, null, s => s.EndPauseAsync(p.Id, p.From.AddDays(9), Ct));
        await t.Get<PlacementService>().PauseAsync(p.Id, new PausePlacement(p.From.AddDays(7), p.From.AddDays(13), PauseReason.Absence, false), Ct);
        await RefusedAsync(t, Rule.PauseIsAhead, null, s => s.PauseAsync(p.Id, new PausePlacement(p.From.AddDays(20), p.From.AddDays(22), PauseReason.Absence, false), Ct));
        await RefusedAsync(t, Rule.PauseReversed, "Last", s => s.EndPauseAsync(p.Id, p.From.AddDays(6), Ct));
        await t.Get<PlacementService>().EndPauseAsync(p.Id, p.From.AddDays(7), Ct);
    }
}
