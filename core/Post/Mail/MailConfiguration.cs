using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Post.Mail;

internal sealed class MailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> b)
    {
        b.ToTable("OutgoingMail");
        // A save that stops or resends a letter may not hide that the outbox has sent it meanwhile.
        b.Property(m => m.State).IsConcurrencyToken();
        b.Property(m => m.Key).HasMaxLength(150);
        b.HasIndex(m => m.Key).IsUnique();
        b.Property(m => m.To).HasMaxLength(254);
        b.Property(m => m.Text).HasMaxLength(-1);
        b.Property(m => m.Html).HasMaxLength(-1);
        b.Property(m => m.LastError).HasMaxLength(500);
        b.HasIndex(m => new { m.State, m.NextAttemptAt });
        b.HasIndex(m => m.CaseId);
        b.Property(m => m.SortKey).HasMaxLength(60);
        b.HasIndex(m => m.SortKey);
        b.HasIndex(m => new { m.State, m.SortKey });
        b.HasOne<FrozenDocument>().WithMany().HasForeignKey(m => m.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrozenDocumentConfiguration : IEntityTypeConfiguration<FrozenDocument>
{
    public void Configure(EntityTypeBuilder<FrozenDocument> b)
    {
        b.ToTable("FrozenDocuments");
        b.Property(d => d.Sha256).HasMaxLength(64);
        foreach (var property in b.Metadata.GetProperties())
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
