using System.Linq.Expressions;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// What a placement's status is derived from, and the only place where it is: the entity fills it from itself, a page from
/// its own projection. The stored status is what it said at the last save, for filters.
/// </summary>
public sealed record StatusFacts
{
    public StatusFacts() { }

    public StatusFacts(DateTime? pencilledUntil, Answers answers, PaperFacts paper, DateOnly? startedOn, DateOnly? pausedFrom, DateOnly? pausedTo, Ending ending)
    {
        (PencilledUntil, RequestedAt, EmployerSaidYes, PaperDoneOn) = (pencilledUntil, answers.RequestedAt, answers.EmployerSaidYes, paper.DoneOn);
        WantsToMeet = answers.MeetAskedAt is not null;
        (StartedOn, PausedFrom, PausedTo) = (startedOn, pausedFrom, pausedTo);
        (EndedOn, InterruptedBy, NotHeldAt, VoidedAt) = (ending.EndedOn, ending.InterruptedBy, ending.NotHeldAt, ending.VoidedAt);
    }

    public DateTime? PencilledUntil { get; init; }
    public DateTime? RequestedAt { get; init; }
    public bool? EmployerSaidYes { get; init; }

    /// <summary>No state of its own: the request stands.</summary>
    public bool WantsToMeet { get; init; }
    public DateOnly? PaperDoneOn { get; init; }
    public DateOnly? StartedOn { get; init; }
    public DateOnly? PausedFrom { get; init; }
    public DateOnly? PausedTo { get; init; }
    public DateOnly? EndedOn { get; init; }
    public InterruptedBy? InterruptedBy { get; init; }
    public DateTime? NotHeldAt { get; init; }
    public DateTime? VoidedAt { get; init; }

    /// <summary>The order is the decision: what closes a case comes first, then how far it has come.</summary>
    public PlacementStatus At(DateTime now) => this switch
    {
        { VoidedAt: not null } => PlacementStatus.Voided,
        { NotHeldAt: not null } => PlacementStatus.NotHeld,
        { EndedOn: not null, InterruptedBy: not null and not Placements.InterruptedBy.Nobody } => PlacementStatus.Interrupted,
        { EndedOn: not null } => PlacementStatus.Ended,
        { StartedOn: not null } when new Pausing(PausedFrom, PausedTo, false).Covers(now.StockholmDate()) => PlacementStatus.Paused,
        { StartedOn: not null } => PlacementStatus.Running,
        { EmployerSaidYes: true, PaperDoneOn: not null } => PlacementStatus.ReadyToStart,
        { EmployerSaidYes: true } => PlacementStatus.AwaitingPaper,
        { RequestedAt: not null } => PlacementStatus.Requested,
        { PencilledUntil: { } until } when until > now => PlacementStatus.Pencilled,
        _ => PlacementStatus.Proposed,
    };

    /// <summary>The placements whose stored status the calendar alone has overtaken: a pencil that has run out, an uppehåll that has begun or is over.</summary>
    public static Expression<Func<Placement, bool>> OvertakenAt(DateTime now)
    {
        var today = now.StockholmDate();
        return p => (p.Status == PlacementStatus.Pencilled && p.PencilledUntil <= now)
            || (p.Status == PlacementStatus.Running && p.PausedFrom <= today && p.PausedTo >= today)
            || (p.Status == PlacementStatus.Paused && p.PausedTo < today);
    }
}
