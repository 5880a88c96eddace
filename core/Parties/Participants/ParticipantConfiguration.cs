using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Participants;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.Property(p => p.Number).HasMaxLength(12).IsUnicode(false);
        b.HasIndex(p => p.Number).IsUnique().HasFilter("[Number] IS NOT NULL");
        b.Property(p => p.BookingVersion).IsConcurrencyToken();
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> b)
    {
        b.Property(p => p.FirstName).HasMaxLength(80);
        b.Property(p => p.LastName).HasMaxLength(80);
        b.Property(p => p.Email).HasMaxLength(254);
        b.Property(p => p.Phone).HasMaxLength(30);
        b.Property(p => p.HomeMunicipality).HasMaxLength(4).IsUnicode(false);
        b.Property(p => p.Wish).HasMaxLength(1000);
        b.Property(p => p.SortKey).HasMaxLength(120);
        b.HasIndex(p => new { p.Gren, p.SortKey });
        b.HasIndex(p => p.ResponsibleId);
        b.HasIndex(p => new { p.BirthDate, p.Gren });
        b.HasIndex(p => new { p.PersonId, p.Gren }).IsUnique();
        b.HasOne<Participant>().WithMany().HasForeignKey(p => p.JoinedInto).OnDelete(DeleteBehavior.NoAction);
        b.HasOne(p => p.Person).WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}
