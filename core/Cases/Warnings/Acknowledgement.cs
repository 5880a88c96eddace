using EnVagUt.Core.Ground.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.Warnings;

/// <summary>A warning that somebody has read and decided against, with the reason. Kept with the placement.</summary>
public sealed class Acknowledgement : Entity
{
    private Acknowledgement() { }

    internal Acknowledgement(Guid placementId, SoftRule rule, AcknowledgeReason reason, Stamp stamp) =>
        (PlacementId, Rule, Reason, At, By) = (placementId, rule, reason, stamp.At, stamp.UserId);

    public Guid PlacementId { get; private set; }
    public SoftRule Rule { get; private set; }
    public AcknowledgeReason Reason { get; private set; }
    public DateTime At { get; private set; }
    public Guid? By { get; private set; }
}

internal sealed class AcknowledgementConfiguration : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> b)
    {
        b.ToTable("Acknowledgements");
        b.HasIndex(a => new { a.PlacementId, a.Rule }).IsUnique();
    }
}
