using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Mail;

internal sealed class MailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> b)
    {
        b.ToTable("OutgoingMail");
        b.Property(m => m.Key).HasMaxLength(150);
        b.HasIndex(m => m.Key).IsUnique();
        b.Property(m => m.To).HasMaxLength(254);
        b.Property(m => m.Text).HasMaxLength(-1);
        b.Property(m => m.Html).HasMaxLength(-1);
        b.Property(m => m.LastError).HasMaxLength(500);
        b.HasIndex(m => new { m.State, m.NextAttemptAt });
        b.HasIndex(m => m.CaseId);
    }
}
