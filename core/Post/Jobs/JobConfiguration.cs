using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Post.Jobs;

internal sealed class JobConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> b)
    {
        b.ToTable("JobRuns");
        b.Property(r => r.JobId).HasMaxLength(60).IsUnicode(false);
        b.Property(r => r.Period).HasMaxLength(60).IsUnicode(false);
        b.Property(r => r.Error).HasMaxLength(1000);
        b.HasIndex(r => new { r.JobId, r.Period }).IsUnique();
        b.HasIndex(r => new { r.JobId, r.DueAt });
    }
}
