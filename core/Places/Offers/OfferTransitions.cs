using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Transitions;
using A = EnVagUt.Core.Places.Offers.OfferAction;
using S = EnVagUt.Core.Places.Offers.OfferStatus;

namespace EnVagUt.Core.Places.Offers;

/// <summary>Everything that can be done with a platsanmälan that exists.</summary>
public enum OfferAction { Edit, Submit, Return, Publish, Propose, Keep, Pause, Resume, Close }

/// <summary>What of an offer decides what can be done with it and what happens next.</summary>
public sealed record OfferFacts(OfferStatus Status) : IFacts<OfferStatus>
{
    public bool EmployerIsApproved { get; init; }

    /// <summary>Somebody is on the way to one of its seats, or is there.</summary>
    public bool IsBooked { get; init; }
}

/// <summary>
/// The one table of a platsanmälan. «Tillsatt», and «Avslutad» when the last day has passed, are nobody's action: bookings
/// and the calendar make them.
/// </summary>
public static class OfferTransitions
{
    // Read a row as: the action, in these states, leads to these, may be done by, when this holds.
    public static readonly TransitionTable<A, S, OfferFacts> Table = new(
        new(A.Edit, [S.Draft, S.Returned], [], TheEmployer) { OnBehalf = Staff },
        new(A.Submit, [S.Draft, S.Returned], [S.Submitted, S.Published], TheEmployer) { OnBehalf = Staff },
        new(A.Return, [S.Submitted], [S.Returned], Reviewers),
        new(A.Publish, [S.Submitted], [S.Published], Reviewers, EmployerIsApproved),
        new(A.Propose, [S.Published, S.Filled], [], CaseWorkers),
        new(A.Keep, [S.Published], [], TheEmployer) { OnBehalf = Staff },
        new(A.Pause, [S.Published, S.Filled], [S.Paused], TheEmployer) { OnBehalf = Staff },
        new(A.Resume, [S.Paused], [S.Published, S.Filled], TheEmployer) { OnBehalf = Staff },
        new(A.Close, [.. Enum.GetValues<S>().Except([S.Closed])], [S.Closed], TheEmployer, NobodyIsBooked) { OnBehalf = Staff });

    private static Role[] TheEmployer => [Role.EmployerAdmin];

    // A platsanmälan is about no person, so the företagskontakt may write it down too.
    private static Role[] Staff => [.. Roles.CaseWorkers, Role.BusinessContact];
    private static Role[] Reviewers => [Role.Coordinator, Role.BusinessContact, Role.UnitManager];
    private static Role[] CaseWorkers => Roles.CaseWorkers;

    private static Condition<OfferFacts> EmployerIsApproved => new(f => f.EmployerIsApproved, Rule.EmployerNotApproved);
    private static Condition<OfferFacts> NobodyIsBooked => new(f => !f.IsBooked, Rule.OfferHasLivePlacements);
}
