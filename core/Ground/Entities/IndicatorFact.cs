using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Ground.Entities;

public enum FactKind
{
    Start, PlannedEnd, End, Extent, ExitReason, Outcome, NotHeld, Voided, Form,
    Sex, TargetGroup, Education, HomeMunicipality, SupportFrom, SupportTo, Pause, Opened, Closed,

    /// <summary>Of a placement: whose it was until now, when two turn out to be one.</summary>
    Person, Participant,
}

/// <summary>
/// A fact that some indicator uses, appended and never changed, so that figures «registered at the latest» an old day
/// can be computed again (docs/model.md, Facts for figures).
/// </summary>
public sealed class IndicatorFact : Entity
{
    private IndicatorFact() { }

    public IndicatorFact(Guid subjectId, FactKind kind, DateOnly effective, string value, Stamp stamp)
    {
        (SubjectId, Kind, Effective, Value, RecordedAt, RecordedBy) = (subjectId, kind, effective, value, stamp.At, stamp.UserId);
    }

    /// <summary>The placement, participant or support decision that the fact is about.</summary>
    public Guid SubjectId { get; private set; }

    public FactKind Kind { get; private set; }
    public DateOnly Effective { get; private set; }
    public string Value { get; private set; } = "";
    public DateTime RecordedAt { get; private set; }
    public Guid? RecordedBy { get; private set; }
}

internal sealed class IndicatorFactConfiguration : IEntityTypeConfiguration<IndicatorFact>
{
    public void Configure(EntityTypeBuilder<IndicatorFact> b)
    {
        b.Property(f => f.Value).HasMaxLength(60).IsUnicode(false);
        b.HasIndex(f => new { f.SubjectId, f.Kind, f.RecordedAt });
        b.HasIndex(f => f.RecordedAt);
    }
}
