using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>What the participant and the workplace have answered, and when the workplace was asked.</summary>
public sealed record Answers
{
    internal static readonly Answers None = new();

    public DateTime? ParticipantAnsweredAt { get; private init; }
    public bool? ParticipantSaidYes { get; private init; }
    public DateTime? RequestedAt { get; private init; }
    public DateTime? EmployerAnsweredAt { get; private init; }
    public bool? EmployerSaidYes { get; private init; }
    public NoCode? EmployerNoCode { get; private init; }

    internal Answers OfParticipant(bool yes, Stamp stamp) => this with { ParticipantAnsweredAt = stamp.At, ParticipantSaidYes = yes };

    internal Answers Requested(Stamp stamp) => this with { RequestedAt = stamp.At };

    internal Answers OfEmployer(bool yes, NoCode? code, Stamp stamp)
    {
        RuleBreachException.When(!yes && code is null, Rule.NoCodeMissing, "Code");
        return this with { EmployerAnsweredAt = stamp.At, EmployerSaidYes = yes, EmployerNoCode = yes ? null : code };
    }
}
