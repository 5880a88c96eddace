using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Ground.Access;

/// <summary>Who has looked at which person's page, when (docs/beslut/0005).</summary>
public sealed class ReadLogEntry : Entity
{
    private ReadLogEntry() { }

    /// <param name="refused">The page was asked for and not shown.</param>
    public ReadLogEntry(Guid userId, string subjectKind, Guid subjectId, DateTime at, bool refused = false)
    {
        Refused = refused;
        UserId = userId;
        SubjectKind = subjectKind;
        SubjectId = subjectId;
        At = at;
    }

    public Guid UserId { get; private set; }
    public string SubjectKind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public DateTime At { get; private set; }
    public bool Refused { get; private set; }
}
