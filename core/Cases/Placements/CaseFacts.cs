using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Transitions;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// What of a placement decides what can be done with it and what happens next. A page fills it from its own projection,
/// the entity from itself.
/// </summary>
public sealed record CaseFacts(PlacementStatus Status, Form Form, DateOnly From, DateOnly? To, DateOnly Today) : IFacts<PlacementStatus>
{
    public bool ParticipantSaidYes { get; init; }

    /// <summary>Whether anything has been released to the workplace.</summary>
    public bool Released { get; init; }

    /// <summary>A release was withdrawn, and nobody has said so to the workplace.</summary>
    public bool AwaitsTelling { get; init; }

    /// <summary>The workplace has answered «vi vill träffas först».</summary>
    public bool WantsToMeet { get; init; }

    /// <summary>A preliminärbokning was made and its time is over, but nothing has cleared it yet.</summary>
    public bool PencilHasRunOut { get; init; }

    public bool HasOutcome { get; init; }

    /// <summary>Registered without a person: there is nobody to make an agreement with, or to ask afterwards.</summary>
    public bool IsNameless { get; init; }

    /// <summary>See <see cref="SupportGaps"/>.</summary>
    public bool SupportLapsed { get; init; }

    /// <summary>An uppehåll is going on or planned.</summary>
    public bool PauseIsNotOver { get; init; }
    public DateOnly? PausedFrom { get; init; }
    public DateOnly? PausedTo { get; init; }

    /// <summary>Days of uppehåll after which its end is asked about; see Limit.PauseAskDays.</summary>
    public int PauseAskDays { get; init; } = int.MaxValue;

    /// <summary>The newest agreement is about other dates or times than the placement's.</summary>
    public bool AgreementIsOutdated { get; init; }

    /// <summary>What must be noted before the start and is not.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>Whether there is anything to note before the start.</summary>
    public bool AsksBeforeStart { get; init; } = (Form.Row().Requires & (RequiredFacts.UnionStatement | RequiredFacts.Supervisor)) != 0;

    /// <summary>What the entity knows by itself. Workplace and age decide what is asked before the start, so that is for the service.</summary>
    internal static CaseFacts Of(Placement p, Stamp stamp) => new(p.StatusAt(stamp.At), p.Form, p.From, p.To, stamp.Today)
    {
        ParticipantSaidYes = p.Answers.ParticipantSaidYes == true,
        Released = p.Releases.Any(r => r.WithdrawnAt is null),
        AwaitsTelling = p.Releases.Any(r => r is { WithdrawnAt: not null, ToldAt: null }),
        WantsToMeet = p.Answers.MeetAskedAt is not null,
        PencilHasRunOut = p.PencilledUntil <= stamp.At,
        HasOutcome = p.Ending.Outcome is not null,
        PauseIsNotOver = p.PausedTo >= stamp.Today,
        IsNameless = p.IsNameless,
        AsksBeforeStart = true,
    };
}
