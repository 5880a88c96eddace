using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>What a workplace answers when it is asked. Vi vill träffas först: the request stands, and takes a while longer.</summary>
public enum AnswerKind { Yes, No, MeetFirst }

/// <param name="Code">Why not; demanded of a no.</param>
/// <param name="Behalf">Who told whoever recorded it, and how; null when the workplace answered itself.</param>
/// <param name="Supervisor">Who will be handledare, asked for with a yes; it may be said later.</param>
public sealed record EmployerAnswer(AnswerKind Kind, NoCode? Code = null, OnBehalf? Behalf = null, ChosenSupervisor? Supervisor = null)
{
    public static readonly EmployerAnswer Yes = new(AnswerKind.Yes);
    public static readonly EmployerAnswer MeetFirst = new(AnswerKind.MeetFirst);

    public static EmployerAnswer No(NoCode? code) => new(AnswerKind.No, code);

    public PlacementAction Action => Kind switch
    {
        AnswerKind.Yes => PlacementAction.Accept,
        AnswerKind.No => PlacementAction.Decline,
        _ => PlacementAction.MeetFirst,
    };

    internal string Verb => Kind switch
    {
        AnswerKind.Yes => "EmployerYes",
        AnswerKind.No => "EmployerNo",
        _ => "EmployerMeetsFirst",
    };

    internal string[] Codes => [Code?.ToString() ?? "", Behalf?.Channel.ToString() ?? ""];
}
