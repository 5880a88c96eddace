using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Places.Slots;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>The coordinator's side of a placement, in the order in which a case goes. One save each: change, history, claim, letter.</summary>
public sealed class PlacementService(AppDb db, Viewer viewer, TimeProvider clock, Bookings bookings, RulebookService rulebook,
    BeforeStartService beforeStart, WarningService warnings, PlacementLetters letters, LettingGo lettingGo, MailService mail)
{
    /// <summary>Föreslå plats: holds nothing yet.</summary>
    /// <returns>The placement's id.</returns>
    public async Task<Guid> ProposeAsync(ProposePlacement input, CancellationToken ct)
    {
        var id = Guid.Empty;
        await BookingRetry.RunAsync(db, async () => id = await AddAsync(input, ct));
        return id;
    }

    private async Task<Guid> AddAsync(ProposePlacement input, CancellationToken ct)
    {
        var participant = await db.Participants.Include(p => p.Person).SingleOrDefaultAsync(p => p.Id == input.ParticipantId, ct)
            ?? throw new NotFoundException("Participant");
        OfferTransitions.Table.RequireRole(OfferAction.Propose, viewer.RolesIn(participant.Gren));
        var slot = await db.Slots.SingleOrDefaultAsync(s => s.Id == input.SlotId, ct) ?? throw new NotFoundException("Slot");
        var offer = await db.Offers.SingleAsync(o => o.Id == slot.OfferId, ct);
        var period = Period.Of(input.From, input.To, nameof(input.To));
        var cells = input.Cells ?? slot.Cells;

        var rules = (await rulebook.OnAsync(period.From, ct)).Of(offer.Form);
        var stamp = viewer.Stamp(clock);
        var placement = Placement.Propose(participant, offer, slot, period, cells, rules, stamp);
        if (input.ContinuesId is { } earlier)
            placement.Continue(await FindContinuedAsync(earlier, participant.Id, ct), stamp);
        await warnings.JudgeAsync(placement, input.Acknowledged, stamp, ct);
        db.Placements.Add(placement);
        await db.SaveChangesAsync(ct);
        return placement.Id;
    }

    /// <summary>The last day that a preliminärbokning made today holds, by the rules of today.</summary>
    public async Task<DateOnly> PencilHoldsThroughAsync(CancellationToken ct)
    {
        var today = clock.Today();
        return today.AddWorkingDays((await rulebook.OnAsync(today, ct)).Number(Limit.PencilWorkingDays));
    }

    /// <summary>Preliminärboka: the slot is held for some working days.</summary>
    public Task PencilAsync(Guid id, CancellationToken ct, Acknowledged? answer = null) => ChangeAsync(id, PlacementAction.Pencil, async (placement, stamp) =>
    {
        var until = (await PencilHoldsThroughAsync(ct)).AddDays(1).StartOfDayUtc();
        placement.Pencil(until, stamp);
        await HoldAsync(placement, ClaimKind.Pencil, until, answer, stamp, ct);
    }, ct);

    public Task ParticipantAnsweredAsync(Guid id, bool yes, CancellationToken ct) => ChangeAsync(id, PlacementAction.Answer, async (placement, stamp) =>
    {
        placement.ParticipantAnswered(yes, stamp);
        if (!yes)
            await bookings.LetGoAsync(placement, stamp, ct);
    }, ct);

    /// <summary>Dela uppgifter med arbetsplatsen: exactly what the preview showed.</summary>
    public Task ReleaseAsync(Guid id, string? needs, CancellationToken ct) => ChangeAsync(id, PlacementAction.Release, async (placement, stamp) =>
        placement.ReleaseToWorkplace(await PreviewAsync(placement, needs, ct), stamp), ct);

    /// <summary>Återta delning, on any day.</summary>
    public Task WithdrawReleasesAsync(Guid id, CancellationToken ct) => ChangeAsync(id, PlacementAction.Withdraw, (placement, stamp) =>
    {
        placement.WithdrawReleases(stamp);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Somebody has told the workplace that what it knows is withdrawn.</summary>
    public Task WorkplaceWasToldAsync(Guid id, CancellationToken ct) => ChangeAsync(id, PlacementAction.TellWithdrawn, (placement, stamp) =>
    {
        placement.WorkplaceWasTold(stamp);
        return Task.CompletedTask;
    }, ct);

    /// <summary>What a release would tell the workplace.</summary>
    public async Task<ReleasedFacts> PreviewAsync(Guid id, string? needs, CancellationToken ct) =>
        await PreviewAsync(await LoadAsync(id, PlacementAction.Release, ct), needs, ct);

    /// <summary>Fråga arbetsplatsen. Under «boka efter ja» the request holds the slot; a proposed candidate holds nothing.</summary>
    public Task RequestAsync(Guid id, CancellationToken ct, Acknowledged? answer = null) => ChangeAsync(id, PlacementAction.Request, async (placement, stamp) =>
    {
        placement.Request(stamp);
        if (placement.Form.Row().Filling != Filling.ProposeCandidate)
            await HoldAsync(placement, ClaimKind.Request, null, answer, stamp, ct);
        await letters.RequestedAsync(placement, stamp, ct);
    }, ct);

    public Task RecordPaperAsync(Guid id, RecordPaper input, CancellationToken ct) => ChangeAsync(id, PlacementAction.Paper, async (placement, stamp) =>
    {
        var wasMissing = placement.Paper.DoneOn is null;
        placement.RecordPaper(input.DoneOn, input.SeenBy, input.Reference, stamp);
        if (wasMissing)
            await letters.SettledAsync(placement, stamp, ct);
    }, ct);

    public Task StartAsync(Guid id, DateOnly on, CancellationToken ct, Acknowledged? answer = null) => ChangeAsync(id, PlacementAction.Start, async (placement, stamp) =>
    {
        placement.Start(on, await beforeStart.MissingAsync(placement, on, ct), stamp);
        if (await warnings.OfUnionAsync(placement, on, ct) is { } warning)
            placement.Acknowledge([warning], answer ?? Acknowledged.Nothing, stamp);
    }, ct);

    /// <summary>Uppehåll; frees the slot for others when that is wanted.</summary>
    public Task PauseAsync(Guid id, PausePlacement input, CancellationToken ct) => ChangeAsync(id, PlacementAction.Pause, async (placement, stamp) =>
    {
        placement.Interrupt(input, stamp);
        if (input.FreesSlot)
            await bookings.RebookAsync(placement, input.From, stamp, ct);
    }, ct);

    /// <summary>Another last day of the uppehåll; the slot must be free again from the day after.</summary>
    public Task EndPauseAsync(Guid id, DateOnly last, CancellationToken ct) => ChangeAsync(id, PlacementAction.EndPause, async (placement, stamp) =>
    {
        placement.EndPause(last, stamp);
        if (placement.PauseFreesSlot)
            await bookings.RebookAsync(placement, placement.PausedFrom!.Value, stamp, ct);
    }, ct);

    /// <summary>Förläng eller ändra, from a day on, by the rules of that day.</summary>
    public Task ReplanAsync(Guid id, Replan input, CancellationToken ct, Acknowledged? answer = null) => ChangeAsync(id, PlacementAction.Replan, async (placement, stamp) =>
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == placement.SlotId, ct);
        var born = await db.Participants.Where(p => p.Id == placement.ParticipantId).Select(p => (DateOnly?)p.BirthDate).SingleOrDefaultAsync(ct);
        placement.Replan(input, slot, born, (await rulebook.OnAsync(input.From, ct)).Of(placement.Form), stamp);
        await warnings.JudgeAsync(placement, answer ?? Acknowledged.Nothing, stamp, ct);
        await bookings.RebookAsync(placement, input.From, stamp, ct);
    }, ct);

    public Task EndAsync(Guid id, EndPlacement input, CancellationToken ct) => ChangeAsync(id, PlacementAction.End, async (placement, stamp) =>
    {
        placement.End(input.On, input.Reason, input.InterruptedBy, stamp);
        await bookings.EndAsync(placement, input.On, stamp, ct);
    }, ct);

    public Task RecordOutcomeAsync(Guid id, Outcome outcome, DateOnly on, CancellationToken ct) => ChangeAsync(id, PlacementAction.Outcome, (placement, stamp) =>
    {
        placement.RecordOutcome(outcome, on, stamp);
        return Task.CompletedTask;
    }, ct);

    public Task RecordSupportAsync(Guid id, SupportDetails details, CancellationToken ct) => ChangeAsync(id, PlacementAction.Support, (placement, stamp) =>
    {
        placement.RecordSupport(details, stamp);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Släpp platsen.</summary>
    public Task CancelAsync(Guid id, NotHeldReason reason, CancellationToken ct) =>
        ChangeAsync(id, PlacementAction.Cancel, (placement, stamp) => lettingGo.OfAsync(placement, reason, stamp, ct), ct);

    /// <summary>Makulera.</summary>
    public Task VoidAsync(Guid id, CancellationToken ct) => ChangeAsync(id, PlacementAction.Void, async (placement, stamp) =>
    {
        placement.Void(stamp);
        await bookings.LetGoAsync(placement, stamp, ct);
        await mail.StopAsync(id, ct);
    }, ct);

    // A claim that is held already was judged when it was made.
    private async Task HoldAsync(Placement placement, ClaimKind kind, DateTime? expiresAt, Acknowledged? answer, Stamp stamp, CancellationToken ct)
    {
        if (!await bookings.HoldsAsync(placement, stamp, ct))
            await warnings.JudgeAsync(placement, answer ?? Acknowledged.Nothing, stamp, ct);
        await bookings.HoldAsync(placement, kind, expiresAt, stamp, ct);
    }

    // Only a case that the viewer may see, and only the same person's.
    private async Task<Placement> FindContinuedAsync(Guid id, Guid participantId, CancellationToken ct) =>
        await db.Placements.SingleOrDefaultAsync(p => p.Id == id && p.ParticipantId == participantId, ct) ?? throw new NotFoundException("Placement");

    private Task ChangeAsync(Guid id, PlacementAction action, Func<Placement, Stamp, Task> change, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        await change(await LoadAsync(id, action, ct), viewer.Stamp(clock));
        await db.SaveChangesAsync(ct);
    });

    // An employer's own placements pass the filter too, so the gren is asked for here.
    private async Task<Placement> LoadAsync(Guid id, PlacementAction action, CancellationToken ct)
    {
        var grenar = viewer.Grenar;
        var placement = await db.Placements.Include(p => p.Releases).Include(p => p.Supports).Include(p => p.Acknowledgements).Include(p => p.Pauses).Include(p => p.PlanChanges).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == id && grenar.Contains(p.Gren), ct) ?? throw new NotFoundException("Placement");
        PlacementTransitions.Table.RequireRole(action, viewer.RolesIn(placement.Gren));
        return placement;
    }

    private async Task<ReleasedFacts> PreviewAsync(Placement placement, string? needs, CancellationToken ct)
    {
        var person = await db.Participants.AsNoTracking().SingleAsync(p => p.Id == placement.ParticipantId, ct);
        return new ReleasedFacts(person.FirstName, person.LastName, person.Phone, placement.ExtentPercent,
            string.IsNullOrWhiteSpace(needs) ? null : needs);
    }
}

public sealed record ProposePlacement
{
    public required Guid ParticipantId { get; init; }
    public required Guid SlotId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Null means all cells of the slot.</summary>
    public Cells? Cells { get; init; }

    public Acknowledged Acknowledged { get; init; } = Acknowledged.Nothing;

    /// <summary>Fortsättning av: an earlier placement of the same participant.</summary>
    public Guid? ContinuesId { get; init; }
}

public sealed record RecordPaper(DateOnly DoneOn, string SeenBy, string? Reference);

public sealed record EndPlacement(DateOnly On, ExitReason Reason, InterruptedBy InterruptedBy);
