using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Users;

// Rows of the floors below know a user's id; that it is a foreign key is said here, where users are known.
internal sealed class RoleGrantConfiguration : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> b)
    {
        b.HasOne<User>().WithMany().HasForeignKey(g => g.UserId).OnDelete(DeleteBehavior.Cascade);
        b.HasIndex(g => g.EmployerId);
        b.Property(g => g.Version).IsConcurrencyToken();
    }
}

internal sealed class HandledLetterConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> b) =>
        b.HasOne<User>().WithMany().HasForeignKey(m => m.HandledBy).OnDelete(DeleteBehavior.NoAction);
}
