using EnVagUt.Core.Cases.Placements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.Certificates;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public const int LongText = 4000;

    public void Configure(EntityTypeBuilder<Certificate> b)
    {
        b.ToTable("Certificates");
        b.ComplexProperty(c => c.Text, t =>
        {
            t.Ignore(x => x.Sentence);
            t.Ignore(x => x.Place);
            t.Property(x => x.Tasks).HasMaxLength(LongText);
            t.Property(x => x.Words).HasMaxLength(CertificateService.LongestWords);
        });
        b.HasIndex(c => new { c.PlacementId, c.IssuedAt });
        b.HasOne<Placement>().WithMany().HasForeignKey(c => c.PlacementId).OnDelete(DeleteBehavior.Cascade);
    }
}
