
namespace EnVagUt.Core.Ground.Entities;

/// <summary>Who did what, when. Holds a verb, field names and coded values, and dies with its case (docs/model.md, History).</summary>
public sealed class HistoryEntry : Entity
{
    private HistoryEntry() { }

    public HistoryEntry(string subjectKind, Guid subjectId, string verb, string codes, Stamp stamp)
    {
        SubjectKind = subjectKind;
        SubjectId = subjectId;
        Verb = verb;
        Codes = codes;
        UserId = stamp.UserId;
        At = stamp.At;
    }

    public string SubjectKind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public string Verb { get; private set; } = "";
    public string Codes { get; private set; } = "";
    public Guid? UserId { get; private set; }
    public DateTime At { get; private set; }
}
