using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Ground.Access;

internal sealed class ReadLogConfiguration : IEntityTypeConfiguration<ReadLogEntry>
{
    public void Configure(EntityTypeBuilder<ReadLogEntry> b)
    {
        b.ToTable("ReadLog");
        b.HasIndex(r => new { r.SubjectId, r.At });
    }
}
