using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Suggestions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>What is read or done about one case leaves out those beside it: each question here has another answer for the neighbour.</summary>
public class NeighbourTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_end_and_a_cancellation_free_what_the_case_holds_and_nothing_else()
    {
        await using var t = await CoreTest.StartAsync();
        var neighbour = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { From = t.Clock.Today().AddDays(30), To = t.Clock.Today().AddDays(90) });
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, neighbour, 0, neighbour.From, neighbour.To);
        var beside = await t.Db.Claims.AsNoTracking().SingleAsync(Ct);
        var ended = await PlacementInState.BringAsync(t, Form.Praktik, "Ended");
        var cancelled = await PlacementInState.BringAsync(t, Form.Praktik, "Requested");
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().CancelAsync(cancelled.Id, NotHeldReason.ParticipantNo, Ct);

        var still = await t.Db.Claims.AsNoTracking().SingleAsync(c => c.PlacementId == beside.PlacementId, Ct);
        Assert.Equal((beside.From, beside.To, null), (still.From, still.To, still.ReleasedAt));
        Assert.Equal(PlacementStatus.Ended, ended.Status);
    }

    [Fact]
    public async Task A_supervisor_who_has_as_many_as_may_be_does_not_close_the_other_supervisors_slots()
    {
        await using var t = await CoreTest.StartAsync();
        var (first, second) = await TwoSupervisorsAsync(t);
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, first, 0, first.From, first.To);
        await BookingTests.PencilAsync(t, second, 0, second.From, second.To);
        Assert.Equal(2, await t.Db.Claims.CountAsync(Ct));
    }

    [Fact]
    public async Task A_booking_counts_the_seats_of_its_own_place_and_leaves_the_neighbour_tillsatt()
    {
        await using var t = await CoreTest.StartAsync();
        var (first, second) = (await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()), await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync()));
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, first, 0, first.From, first.To);
        t.NewScope();
        await BookingTests.PencilAsync(t, second, 0, second.From, second.To);
        Assert.Equal([OfferStatus.Filled, OfferStatus.Filled], await t.Db.Offers.AsNoTracking().Select(o => o.Status).ToListAsync(Ct));
    }

    [Fact]
    public async Task The_workplace_reads_the_name_of_the_cases_own_supervisor()
    {
        await using var t = await CoreTest.StartAsync();
        var (first, second) = await TwoSupervisorsAsync(t);
        await t.AsAsync(Role.Coordinator);
        foreach (var offer in new[] { first, second })
            await BookingTests.PencilAsync(t, offer, 0, offer.From, offer.To);
        var names = await EmployerView.Of(t.Db, t.Db.Placements.AsNoTracking(), t.Clock.UtcNow()).OrderBy(v => v.Supervisor).Select(v => v.Supervisor).ToListAsync(Ct);
        Assert.Equal(["Nils Granne", "Sam Handledare"], names);
    }

    [Fact]
    public async Task What_was_booked_and_let_go_does_not_count_against_a_place()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(supervisorCeiling: 1));
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, offer, 0, offer.From, offer.To);
        await t.Get<PlacementService>().CancelAsync(await t.Db.Placements.Select(p => p.Id).SingleAsync(Ct), NotHeldReason.ParticipantNo, Ct);
        var participant = await t.Stage.ParticipantAsync();
        t.NewScope();
        var found = await t.Get<SlotSuggestions>().ForSlotAsync(participant.Id, offer.Slots[0].Id, Ct);
        Assert.Equal(new Period(offer.From, offer.To), found.Fit.Period);
        Assert.DoesNotContain(found.Fit.Reasons, r => r.Kind == FitKind.Blocks);
    }

    [Fact]
    public async Task The_unions_and_the_risks_answers_are_the_workplaces_and_the_forms_own()
    {
        await using var t = await CoreTest.StartAsync();
        var case_ = await PlacementInState.BringAsync(t, Form.Praktik, "ReadyToStart");
        var placement = await t.Db.Placements.AsNoTracking().SingleAsync(p => p.Id == case_.Id, Ct);
        await t.Db.Participants.ExecuteUpdateAsync(u => u.SetProperty(p => p.BirthDate, case_.From.AddYears(-17)), Ct);
        var elsewhere = await t.Stage.WorkplaceAsync();
        var (today, answers) = (t.Clock.Today(), new[] { (elsewhere.Id, Form.Praktik), (placement.WorkplaceId, Form.Arbetstraning) });
        foreach (var kind in Enum.GetValues<WorkplaceCheckKind>())
            foreach (var (workplace, form) in answers)
                t.Db.WorkplaceChecks.Add(WorkplaceCheck.Record(workplace, form, kind, new CheckAnswer(today, today, true, "Ombudet"), 12, t.Stamp));
        await t.Db.SaveChangesAsync(Ct);

        Assert.Equal("Facket har inte tillfrågats om arbetsplatsen och formen.", (await t.Get<WarningService>().OfUnionAsync(placement, today, Ct))?.Text);
        await t.AsAsync(Role.Coordinator);
        var refused = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<PlacementService>().StartAsync(case_.Id, case_.From, Ct, Answered.ToAll));
        Assert.Contains("riskbedömning", string.Join(' ', refused.Values), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(Offer First, Offer Second)> TwoSupervisorsAsync(CoreTest t)
    {
        var workplace = await t.Stage.WorkplaceAsync(supervisorCeiling: 1, supervisor: "Nils Granne");
        var first = await t.Stage.OfferAsync(workplace);
        await using var db = t.Database.Open();
        var same = await db.Workplaces.Include(w => w.Supervisors).SingleAsync(w => w.Id == workplace.Id, Ct);
        same.AddSupervisor(new SupervisorDetails { Name = "Sam Handledare", Ceiling = 1, CeilingIsHard = true }, new Stamp(null, t.Clock.UtcNow()));
        await db.SaveChangesAsync(Ct);
        var sam = same.Supervisors.Single(s => s.Name == "Sam Handledare").Id;
        return (first, await t.Stage.OfferAsync(same, o => o with { SupervisorId = sam }));
    }
}
