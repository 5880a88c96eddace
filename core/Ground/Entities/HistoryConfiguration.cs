using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Ground.Entities;

internal sealed class HistoryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> b)
    {
        b.ToTable("History");
        b.Property(h => h.SubjectKind).HasMaxLength(40).IsUnicode(false);
        b.Property(h => h.Verb).HasMaxLength(40).IsUnicode(false);
        b.HasIndex(h => new { h.SubjectId, h.At });
    }
}
