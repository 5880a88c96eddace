using EnVagUt.Core.Cases.Warnings;

namespace EnVagUt.Web.Fields;

/// <summary>What a page with warnings sends: those that it showed, and why it is right all the same.</summary>
public sealed record WarningAnswer
{
    public List<SoftRule> Seen { get; init; } = [];
    public AcknowledgeReason? Because { get; init; }

    public Acknowledged ToCore() => new(Seen, Because);
}

/// <summary>A page that shows warnings with the partial _Warnings, inside its form.</summary>
public interface IWarns
{
    IReadOnlyList<Warning> Warnings { get; }
    WarningAnswer Answer { get; }
}
