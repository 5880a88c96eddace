
namespace EnVagUt.Core.Cases.BeforeStart;

/// <summary>What a coordinator notes in one go; what is null is left as it is.</summary>
public sealed record BeforeStartDetails
{
    public DateOnly? RiskAssessedOn { get; init; }
    public bool? RiskAccepted { get; init; }
    public string? RiskAssessedBy { get; init; }

    public DateOnly? UnionAskedOn { get; init; }
    public DateOnly? UnionAnsweredOn { get; init; }
    public bool? UnionAccepted { get; init; }
    public string? UnionAnsweredBy { get; init; }

    public DateOnly? GuardianInformedOn { get; init; }
    public string? GuardianInformedBy { get; init; }
    public Guid? SupervisorId { get; init; }
    public DateOnly? ForbiddenTasksShownOn { get; init; }

    /// <summary>That the extract was shown, nothing of what it says: skollagen 2 kap. 32 § forbids any other note.</summary>
    public DateOnly? ExtractShownOn { get; init; }
}
