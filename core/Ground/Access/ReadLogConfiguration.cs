using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Ground.Access;

internal sealed class ReadLogConfiguration : IEntityTypeConfiguration<ReadLogEntry>
{
    public void Configure(EntityTypeBuilder<ReadLogEntry> b)
    {
        b.ToTable("ReadLog");
        b.Property(r => r.SubjectKind).HasMaxLength(40).IsUnicode(false);
        b.HasIndex(r => new { r.SubjectId, r.At });
        b.HasIndex(r => new { r.UserId, r.At });
    }
}
