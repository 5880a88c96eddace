using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Tests.Core.Reminders.Simulation;

/// <summary>A placement as a person with pen and paper would keep it: what has happened, and nothing that follows from it.</summary>
internal sealed class Case
{
    public required int Number { get; init; }
    public required Form Form { get; init; }
    public required Place At { get; init; }

    /// <summary>Null when it was registered without a name.</summary>
    public required Human? Who { get; init; }
    public required Colleague Coordinator { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; set; }
    public Guid Id { get; set; }

    /// <summary>At the beginning of this day the preliminärbokning is over.</summary>
    public DateOnly? PencilGoneOn { get; set; }
    public bool? ParticipantYes { get; set; }
    public DateOnly? AskedOn { get; set; }
    public bool? WorkplaceYes { get; set; }
    public bool PaperDone { get; set; }
    public DateOnly? StartedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public bool OutcomeKnown { get; set; }
    public bool Voided { get; set; }
    public bool NotHeld { get; set; }
    public bool LettersStopped { get; set; }
    public bool ExtractShown { get; set; }
    public bool GuardianInformed { get; set; }
    public bool ForbiddenTasksShown { get; set; }
    public bool SupervisorNamed { get; set; }
    public List<Uppehall> Pauses { get; } = [];
    public List<Support> Supports { get; } = [];

    /// <summary>The world's own: whether somebody will ever answer or note things here.</summary>
    public bool IsForgotten { get; init; }
    public List<string> Story { get; } = [];

    public bool IsOver => Voided || NotHeld;
    public bool IsSilent => IsOver || LettersStopped;
    public bool IsRunning => StartedOn is not null && EndedOn is null && !IsOver;
    public Uppehall? Pause => Pauses.LastOrDefault();
    public bool IsPausedOn(DateOnly day) => Pause is { } p && p.From <= day && day <= p.To;
    public bool IsMunicipal => Form is Form.Praktik or Form.Arbetstraning or Form.EgenRegi or Form.AnpassatArbete or Form.Spraktraning;
}

internal sealed class Uppehall
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; set; }
}

internal sealed class Support
{
    public required Lonestod Kind { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required bool AfHasData { get; init; }
    public Guid Id { get; set; }

    /// <summary>First days of the months whose money has been asked for.</summary>
    public Dictionary<DateOnly, DateOnly> AskedFor { get; } = [];
}

internal sealed class Place
{
    public required Guid Id { get; init; }
    public required bool IsOwnUnit { get; init; }
    public required (int First, int Last)? Closed { get; init; }
    public required bool AsksExtract { get; init; }
    public required Guid SupervisorId { get; init; }
    public string Email { get; set; } = "";

    /// <summary>Answers on union and risk: for which form, accepted or not, and the last day that it holds.</summary>
    public List<(Form Form, bool IsUnion, bool Accepted, DateOnly Through)> Checks { get; } = [];

    public bool IsClosedOn(DateOnly day) => Closed is { } weeks && Almanac.Week(day) is var week && weeks.First <= week && week <= weeks.Last;
}

internal sealed class Human
{
    public required Guid Id { get; init; }
    public required Verksamhetsgren Gren { get; init; }
    public required DateOnly Born { get; init; }
    public required bool IsProtected { get; init; }
    public required string? Email { get; init; }

    /// <summary>Called or written to, whatever the address.</summary>
    public required WhyNoLetter? ByHand { get; init; }
    public List<Case> Cases { get; } = [];
}

internal sealed class Colleague
{
    public required Guid Id { get; init; }
    public required Verksamhetsgren Gren { get; init; }
    public required string Email { get; init; }
    public bool HasLeft { get; set; }
    public bool WantsDigest { get; set; }

    /// <summary>The newest absence, and who stands in.</summary>
    public (DateOnly From, DateOnly To, Colleague By)? Away { get; set; }
}
