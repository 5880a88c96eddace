using EnVagUt.Core.Ground.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Ersättning begärd: that the employer has asked Arbetsförmedlingen for one month's money. Noted here, never sent from here.</summary>
public sealed class CompensationRequest : Entity
{
    private CompensationRequest() { }

    internal CompensationRequest(Guid supportDecisionId, DateOnly month, DateOnly requestedOn, Stamp stamp) =>
        (SupportDecisionId, Month, RequestedOn, NotedAt, NotedBy) = (supportDecisionId, month, requestedOn, stamp.At, stamp.UserId);

    public Guid SupportDecisionId { get; private set; }

    /// <summary>First day of the calendar month.</summary>
    public DateOnly Month { get; private set; }
    public DateOnly RequestedOn { get; private set; }
    public DateTime NotedAt { get; private set; }
    public Guid? NotedBy { get; private set; }
}

internal sealed class CompensationRequestConfiguration : IEntityTypeConfiguration<CompensationRequest>
{
    public void Configure(EntityTypeBuilder<CompensationRequest> b)
    {
        b.ToTable("CompensationRequests");
        b.HasIndex(r => new { r.SupportDecisionId, r.Month }).IsUnique();
        b.HasOne<SupportDecision>().WithMany().HasForeignKey(r => r.SupportDecisionId).OnDelete(DeleteBehavior.Cascade);
    }
}
