using EnVagUt.Core.BeforeStart;
using EnVagUt.Core.Forms;
using EnVagUt.Core.Rules;

namespace EnVagUt.Core.Placements;

/// <summary>
/// What of a placement decides what can be done with it and what happens next. A page fills it from its own projection,
/// the entity from itself.
/// </summary>
public sealed record CaseFacts(PlacementStatus Status, Form Form, DateOnly From, DateOnly? To, DateOnly Today) : IFacts<PlacementStatus>
{
    public bool ParticipantSaidYes { get; init; }

    /// <summary>Whether anything has been released to the workplace.</summary>
    public bool Released { get; init; }

    /// <summary>A preliminärbokning was made and its time is over, but nothing has cleared it yet.</summary>
    public bool PencilHasRunOut { get; init; }

    public bool HasOutcome { get; init; }

    /// <summary>Registered without a person: there is nobody to make an agreement with, or to ask afterwards.</summary>
    public bool IsNameless { get; init; }

    /// <summary>See <see cref="SupportGaps"/>.</summary>
    public bool SupportLapsed { get; init; }

    /// <summary>What must be noted before the start and is not.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>Whether there is anything to note before the start.</summary>
    public bool AsksBeforeStart { get; init; } = Form.Row().Requires.HasFlag(RequiredFacts.UnionStatement);

    /// <summary>The stored status is for queries; an expired pencil has not been seen by any command yet (decisions 7).</summary>
    public static PlacementStatus StatusAt(PlacementStatus stored, DateTime? pencilledUntil, DateTime now) =>
        stored == PlacementStatus.Pencilled && pencilledUntil <= now ? PlacementStatus.Proposed : stored;
}
