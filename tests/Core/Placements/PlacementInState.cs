using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using A = EnVagUt.Core.Cases.Placements.PlacementAction;

namespace EnVagUt.Tests.Core.Placements;

/// <summary>A placement brought to a situation through the services, and each action on it.</summary>
public sealed record PlacementInState(Guid Id, Guid EmployerId, DateOnly From, PlacementStatus Status)
{
    public static async Task<PlacementInState> BringAsync(CoreTest t, Form form, string situation)
    {
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync(), o => o with { Form = form });
        var participant = await t.Stage.ParticipantAsync();
        await t.AsAsync(Role.Coordinator);
        var id = await t.Get<PlacementService>().ProposeAsync(
            new ProposePlacement { ParticipantId = participant.Id, SlotId = offer.Slots[0].Id, From = offer.From, To = offer.To }, default);
        var stage = new PlacementInState(id, offer.EmployerId, offer.From, PlacementStatus.Proposed);
        foreach (var action in WayTo(situation))
        {
            await t.AsAsync(action is A.Accept or A.MeetFirst ? Role.EmployerAdmin : Role.Coordinator, employerId: offer.EmployerId);
            if (action == A.Start)
                t.Clock.SetStockholm(offer.From);
            await stage.DoAsync(t, action, situation == "Interrupted" ? InterruptedBy.Workplace : InterruptedBy.Nobody);
        }
        if (situation == "Lapsed")
            t.Clock.AdvanceDays(10);
        if (situation == "ReadyToStart")
            t.Clock.SetStockholm(offer.From);
        t.AsJob();
        var placement = await t.Db.Placements.AsNoTracking().SingleAsync(p => p.Id == id);
        return stage with { Status = placement.StatusAt(t.Clock.UtcNow()) };
    }

    public Task DoAsync(CoreTest t, A action, InterruptedBy by = InterruptedBy.Nobody, bool onBehalf = false)
    {
        var said = onBehalf ? new OnBehalf(BehalfChannel.Phone, "Kim Kontakt") : null;
        var (service, today) = (t.Get<PlacementService>(), t.Clock.Today());
        return action switch
        {
            A.LapsePencil => LapseAsync(t),
            A.Pencil => service.PencilAsync(Id, default),
            A.Answer => service.ParticipantAnsweredAsync(Id, true, default),
            A.Release => service.ReleaseAsync(Id, null, default),
            A.Withdraw => service.WithdrawReleasesAsync(Id, default),
            A.TellWithdrawn => service.WorkplaceWasToldAsync(Id, default),
            A.Request => service.RequestAsync(Id, default),
            A.MeetFirst => t.Get<EmployerAnswerService>().AnswerAsync(Id, EmployerAnswer.MeetFirst with { Behalf = said }, default),
            A.Decline => t.Get<EmployerAnswerService>().AnswerAsync(Id, EmployerAnswer.No(NoCode.HighLoad) with { Behalf = said }, default),
            A.Accept => t.Get<EmployerAnswerService>().AnswerAsync(Id, EmployerAnswer.Yes with { Behalf = said }, default),
            A.Supervise => t.Get<SupervisionService>().ChangeAsync(Id, new ChosenSupervisor(Name: "Sam Handledare"), From, said, default),
            A.FirstDay => t.Get<FirstDayQuestionService>().RecordAsync(Id, came: false, said, default),
            A.Support => service.RecordSupportAsync(Id, new SupportDetails { Kind = Lonestod.Nystartsjobb, From = From, To = From.AddMonths(2), DecidedOn = today, Reference = "AF 1" }, default),
            A.Paper => service.RecordPaperAsync(Id, new RecordPaper(today, "Kim", "Avtal 1"), default),
            A.Agreement => t.Get<AgreementService>().DraftAsync(Id, default),
            A.BeforeStart => t.Get<BeforeStartService>().RecordAsync(Id, new BeforeStartDetails { UnionAskedOn = today }, default),
            A.Start => service.StartAsync(Id, From, default, Answered.ToAll),
            A.Pause => service.PauseAsync(Id, new PausePlacement(today, today.AddDays(6), PauseReason.Absence, FreesSlot: true), default),
            A.EndPause => service.EndPauseAsync(Id, today.AddDays(2), default),
            A.Replan => service.ReplanAsync(Id, new Replan(today < From ? From : today, From.AddMonths(2), Cells.OfficeWeek, ReplanReason.StepDown), default, Answered.ToAll),
            A.End => service.EndAsync(Id, new EndPlacement(today, ExitReason.Work, by), default),
            A.Outcome => service.RecordOutcomeAsync(Id, Outcome.Work, today, default),
            A.Cancel => service.CancelAsync(Id, NotHeldReason.Cancelled, default),
            A.Void => service.VoidAsync(Id, default),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
    }

    // No service offers it: the nightly job clears the pencils it finds.
    private static async Task LapseAsync(CoreTest t)
    {
        if (!t.Viewer.IsJob)
            PlacementTransitions.Table.RequireRole(A.LapsePencil, t.Viewer.Roles);
        var told = await t.Get<StatusOfDayJob>().RunAsync(new JobContext(Schedules.StatusOfDay, "", default, null), default);
        RuleBreachException.When(!told.Contains(", 1 preliminär", StringComparison.Ordinal), Rule.NotAllowedInStatus);
    }

    private static A[] WayTo(string situation) => situation switch
    {
        "Proposed" => [],
        "Yes" => [A.Answer],
        "Told" => [A.Answer, A.Release],
        "Lapsed" or "Pencilled" => [A.Pencil],
        "PencilTold" => [A.Pencil, A.Answer, A.Release],
        "Requested" => [.. WayTo("Told"), A.Request],
        "TakenBack" => [.. WayTo("Requested"), A.Withdraw],
        "AwaitingPaper" => [.. WayTo("Requested"), A.Accept],
        "ReadyToStart" => [.. WayTo("AwaitingPaper"), A.Paper],
        "Running" => [.. WayTo("ReadyToStart"), A.Start],
        "Paused" => [.. WayTo("Running"), A.Pause],
        "Ended" or "Interrupted" => [.. WayTo("Running"), A.End],
        "NotHeld" => [A.Cancel],
        "Voided" => [A.Void],
        _ => throw new ArgumentOutOfRangeException(nameof(situation)),
    };
}
