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
    /// <summary>Vi vill träffas först: no answer yet, and no reminder to give one.</summary>
    public DateTime? MeetAskedAt { get; private init; }

    public bool? EmployerSaidYes { get; private init; }
    public NoCode? EmployerNoCode { get; private init; }

    internal Answers OfParticipant(bool yes, Stamp stamp) => this with { ParticipantAnsweredAt = stamp.At, ParticipantSaidYes = yes };

    internal Answers Requested(Stamp stamp) => this with { RequestedAt = stamp.At, MeetAskedAt = null };

    internal Answers OfEmployer(EmployerAnswer answer, Stamp stamp)
    {
        RuleBreachException.When(answer is { Kind: AnswerKind.No, Code: null }, Rule.NoCodeMissing, "Code");
        return answer.Kind switch
        {
            AnswerKind.MeetFirst => this with { MeetAskedAt = stamp.At },
            var kind => this with { EmployerAnsweredAt = stamp.At, EmployerSaidYes = kind == AnswerKind.Yes, EmployerNoCode = kind == AnswerKind.No ? answer.Code : null },
        };
    }
}
