using EnVagUt.Core.Cases.Placements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.Agreements;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public const int LongText = 4000, ShortText = 1000;

    public void Configure(EntityTypeBuilder<Agreement> b)
    {
        b.ToTable("Agreements");
        b.Ignore(a => a.Given);
        b.Ignore(a => a.Next);
        b.Ignore(a => a.Status);
        b.ComplexProperty(a => a.Terms, t =>
        {
            t.Property(x => x.Times).HasMaxLength(ShortText);
            t.Property(x => x.Address).HasMaxLength(ShortText);
            t.Property(x => x.Tasks).HasMaxLength(LongText);
            t.Property(x => x.Goals).HasMaxLength(ShortText);
            t.Property(x => x.Adaptations).HasMaxLength(ShortText);
            t.Property(x => x.Introduction).HasMaxLength(LongText);
            t.Property(x => x.Supervisor).HasMaxLength(ShortText);
            t.Property(x => x.WorkplaceContact).HasMaxLength(ShortText);
            t.Property(x => x.MunicipalContact).HasMaxLength(ShortText);
            t.Property(x => x.Insurance).HasMaxLength(ShortText);
            t.Property(x => x.FollowUps).HasMaxLength(ShortText);
        });
        b.HasIndex(a => new { a.PlacementId, a.Number }).IsUnique();
        b.HasOne<Placement>().WithMany().HasForeignKey(a => a.PlacementId).OnDelete(DeleteBehavior.Cascade);
        b.HasMany(a => a.Approvals).WithOne().HasForeignKey(a => a.AgreementId).OnDelete(DeleteBehavior.Cascade);
        b.Navigation(a => a.Approvals).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ApprovalLinkConfiguration : IEntityTypeConfiguration<ApprovalLink>
{
    public void Configure(EntityTypeBuilder<ApprovalLink> b)
    {
        b.ToTable("ApprovalLinks");
        b.Property(l => l.Hash).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(l => l.Hash).IsUnique();
        b.HasOne<Agreement>().WithMany().HasForeignKey(l => l.AgreementId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApprovalConfiguration : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> b) => b.ToTable("Approvals");
}
