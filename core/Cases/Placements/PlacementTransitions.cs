using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Transitions;
using EnVagUt.Core.Law.Forms;
using A = EnVagUt.Core.Cases.Placements.PlacementAction;
using S = EnVagUt.Core.Cases.Placements.PlacementStatus;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>The one table of a placement, in the order in which a case goes (docs/model.md, Filling a slot). A proposal begins in the offer's table.</summary>
public static class PlacementTransitions
{
    // Read a row as: the action, in these states, leads to these, may be done by, when this holds.
    public static readonly TransitionTable<A, S, CaseFacts> Table = new(
        new(A.LapsePencil, [S.Proposed], [], TheNightlyJob, PencilHasRunOut),
        new(A.Pencil, [S.Proposed], [S.Pencilled], CaseWorkers, SlotIsHeldForOne),
        new(A.Answer, BeforeRequest, [S.Proposed, S.Pencilled, S.NotHeld], CaseWorkers, ParticipantHasNotSaidYes),
        new(A.Release, [.. BeforeRequest, S.Requested, S.AwaitingPaper, S.ReadyToStart, .. Going], [], CaseWorkers, ParticipantSaidYes, IsNotReleasedYet),
        new(A.TellWithdrawn, [.. Enum.GetValues<S>()], [], CaseWorkers, SomethingIsWithdrawn),
        new(A.Withdraw, [.. Enum.GetValues<S>().Except([S.NotHeld, S.Voided])], [], CaseWorkers, SomethingIsReleased),
        new(A.Request, BeforeRequest, [S.Requested], CaseWorkers, ParticipantSaidYes, SomethingIsReleased),
        new(A.MeetFirst, [S.Requested], [], TheWorkplace, HasNotAskedToMeet) { OnBehalf = CaseWorkers },
        new(A.Decline, [S.Requested], [S.NotHeld], TheWorkplace) { OnBehalf = CaseWorkers },
        new(A.Accept, [S.Requested], [S.AwaitingPaper], TheWorkplace) { OnBehalf = CaseWorkers },
        new(A.Supervise, [S.AwaitingPaper, S.ReadyToStart, .. Going], [], TheWorkplace) { OnBehalf = CaseWorkers },
        new(A.FirstDay, [S.AwaitingPaper, S.ReadyToStart, .. Going], [], TheWorkplace, FirstDayHasCome) { OnBehalf = CaseWorkers },
        new(A.Replan, [S.AwaitingPaper, S.ReadyToStart, .. Going], [S.AwaitingPaper, S.ReadyToStart, .. Going], CaseWorkers),
        new(A.Pause, [S.Running], Going, CaseWorkers, NoPauseIsAhead),
        new(A.EndPause, Going, Going, CaseWorkers, PauseIsNotOver),
        new(A.Support, [S.AwaitingPaper, S.ReadyToStart, .. Going], [], CaseWorkers, FormTakesSupport),
        new(A.BeforeStart, [S.AwaitingPaper, S.ReadyToStart], [], CaseWorkers, FormAsksBeforeStart),
        new(A.Paper, [S.AwaitingPaper, S.ReadyToStart], [S.ReadyToStart], CaseWorkers),
        new(A.Agreement, [S.AwaitingPaper, S.ReadyToStart, .. Going], [], CaseWorkers, FormHasOwnAgreement, PersonIsKnown),
        new(A.Start, [S.AwaitingPaper, S.ReadyToStart], [S.Running], CaseWorkers, PaperIsDone, NothingIsMissing),
        new(A.End, Going, [S.Ended, S.Interrupted], CaseWorkers),
        new(A.Outcome, [S.Ended, S.Interrupted], [], CaseWorkers, PersonIsKnown),
        new(A.Cancel, [.. BeforeRequest, S.Requested, S.AwaitingPaper, S.ReadyToStart], [S.NotHeld], CaseWorkers),
        new(A.Void, [.. Enum.GetValues<S>().Except([S.Voided])], [S.Voided], CaseWorkers));

    private static S[] BeforeRequest => [S.Proposed, S.Pencilled];

    private static S[] Going => [S.Running, S.Paused];

    private static Role[] CaseWorkers => Roles.CaseWorkers;
    /// <summary>Who of the workplace answers a request and approves an agreement.</summary>
    public static Role[] TheWorkplace => [Role.EmployerAdmin, Role.EmployerSupervisor];
    private static Role[] TheNightlyJob => [];

    private static Condition<CaseFacts> PencilHasRunOut => new(f => f.PencilHasRunOut, Rule.NotAllowedInStatus);
    private static Condition<CaseFacts> ParticipantHasNotSaidYes => new(f => !f.ParticipantSaidYes, Rule.ParticipantHasAnswered);
    private static Condition<CaseFacts> ParticipantSaidYes => new(f => f.ParticipantSaidYes, Rule.ParticipantHasNotSaidYes);
    private static Condition<CaseFacts> SomethingIsReleased => new(f => f.Released, Rule.NothingReleased);
    // Until the workplace is asked it may be told more; afterwards only what was withdrawn is told again.
    private static Condition<CaseFacts> IsNotReleasedYet => new(f => BeforeRequest.Contains(f.Status) || !f.Released, Rule.NothingToRecord);
    private static Condition<CaseFacts> SomethingIsWithdrawn => new(f => f.AwaitsTelling, Rule.NothingToRecord);
    private static Condition<CaseFacts> HasNotAskedToMeet => new(f => !f.WantsToMeet, Rule.NothingToRecord);
    private static Condition<CaseFacts> FirstDayHasCome => new(f => f.From <= f.Today, Rule.FirstDayAhead);
    private static Condition<CaseFacts> FormTakesSupport => new(f => f.Form.Row().TakesSupport, Rule.SupportOnlyOnEmployment);

    // A proposed candidate holds nothing: several may be asked for one employment (docs/model.md, Filling a slot).
    private static Condition<CaseFacts> SlotIsHeldForOne => new(f => f.Form.Row().Filling != Filling.ProposeCandidate, Rule.CandidateHoldsNothing);

    private static Condition<CaseFacts> FormHasOwnAgreement => new(f => f.Form.Row().Paper == Law.Forms.Paper.OwnAgreement, Rule.AgreementNotOurs);
    private static Condition<CaseFacts> PersonIsKnown => new(f => !f.IsNameless, Rule.PersonUnknown);
    private static Condition<CaseFacts> FormAsksBeforeStart => new(f => f.AsksBeforeStart, Rule.NothingToRecord);
    private static Condition<CaseFacts> NothingIsMissing =>
        new(f => f.Missing.Count == 0, Rule.BeforeStartIncomplete, "On", f => BeforeStartFacts.Words(f.Missing));

    private static Condition<CaseFacts> NoPauseIsAhead => new(f => !f.PauseIsNotOver, Rule.PauseIsAhead);
    private static Condition<CaseFacts> PauseIsNotOver => new(f => f.PauseIsNotOver, Rule.NoPause);

    // The paper is all that parts the two states from which a placement starts.
    private static Condition<CaseFacts> PaperIsDone => new(f => f.Status != S.AwaitingPaper, Rule.PaperMissing);

    /// <summary>Actions that take back stand apart from those that lead a case on.</summary>
    public static bool Stops(this A action) => action is A.Cancel or A.Void or A.Withdraw or A.TellWithdrawn;

    /// <summary>The buttons of somebody with the roles: the expected one first, those that stop the case last.</summary>
    public static IReadOnlyList<A> Buttons(CaseFacts f, IReadOnlySet<Role> roles)
    {
        // One button, and one page, for all that a workplace may have answered; what was told, and who is handledare, have their own beside them.
        var allowed = Table.Allowed(f, roles, onBehalf: true).Except([A.MeetFirst, A.Decline, A.TellWithdrawn, A.Withdraw, A.Supervise, A.FirstDay]).ToList();
        return [.. allowed.Where(a => !a.Stops()).Reverse().OrderByDescending(a => IsUrgent(a, f)), .. allowed.Where(Stops)];
    }

    /// <summary>What is expected next, whoever does it: the allowed action that is furthest along. Null when nothing is.</summary>
    public static A? Next(CaseFacts f) =>
        Table.Rows.Select(r => r.Action).Where(a => !a.Stops() && Table.Allows(a, f)).Reverse().OrderByDescending(a => IsUrgent(a, f))
            .Select(a => (A?)a).FirstOrDefault();

    private static bool IsUrgent(A action, CaseFacts f) => action switch
    {
        A.Support => f is { Status: S.Running or S.Paused, SupportLapsed: true },
        A.Agreement => f.AgreementIsOutdated,
        A.EndPause => f.Status == S.Paused,
        A.BeforeStart => f is { Status: S.ReadyToStart, Missing.Count: > 0 },
        _ => false,
    };
}
