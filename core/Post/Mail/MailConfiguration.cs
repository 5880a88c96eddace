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
        b.Property(m => m.Key).HasMaxLength(150).IsUnicode(false);
        b.HasIndex(m => m.Key).IsUnique();
        b.Property(m => m.Template).HasMaxLength(100).IsUnicode(false);
        b.Property(m => m.To).HasMaxLength(254);
        b.Property(m => m.Text).HasMaxLength(-1);
        b.Property(m => m.Html).HasMaxLength(-1);
        b.Property(m => m.LastError).HasMaxLength(500);
        // The few that wait, of all that ever left.
        b.HasIndex(m => m.NextAttemptAt).HasFilter("[State] = 'Queued'");
        b.HasIndex(m => m.LeaseUntil).HasFilter("[State] = 'Sending'");
        b.HasIndex(m => m.CaseId);
        b.Property(m => m.SortKey).HasMaxLength(70);
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
        b.Property(d => d.Sha256).HasMaxLength(64).IsUnicode(false);
        foreach (var property in b.Metadata.GetProperties())
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
