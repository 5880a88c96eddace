
namespace EnVagUt.Core.Cases.Agreements;

/// <summary>
/// What is agreed, in the words of the day it was written down: later changes of the place, the rules or the people do
/// not reach it. The person's name is not here: who may see it is decided when it is read.
/// </summary>
public sealed record AgreementTerms
{
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required int CellMask { get; init; }
    public required int ExtentPercent { get; init; }

    /// <summary>«mån–fre 08.00–12.00 och 12.30–16.30», a line for each kind of day.</summary>
    public required string Times { get; init; }

    public required string Employer { get; init; }
    public required string Workplace { get; init; }
    public required string Address { get; init; }
    public required string Title { get; init; }
    public required string Tasks { get; init; }
    public required string Goals { get; init; }

    /// <summary>Needs, never causes; null when there are none.</summary>
    public string? Adaptations { get; init; }

    /// <summary>What the workplace goes through with the person, a line each.</summary>
    public required string Introduction { get; init; }

    public string? Supervisor { get; init; }
    public required string WorkplaceContact { get; init; }
    public required string MunicipalContact { get; init; }
    public required string Insurance { get; init; }

    /// <summary>«16 december 2026: efter första veckan», a line each.</summary>
    public required string FollowUps { get; init; }

    public static IReadOnlyList<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
