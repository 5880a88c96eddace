using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Users;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> b)
    {
        b.ToTable("Users");
        b.Property(u => u.DisplayName).HasMaxLength(100);
        b.HasIndex(u => u.SortKey);
    }
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    // The authenticator key (encrypted) and ten hashed recovery codes are longer than the usual string.
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> b) => b.Property(t => t.Value).HasMaxLength(2000);
}

internal sealed class LoginTokenConfiguration : IEntityTypeConfiguration<LoginToken>
{
    public void Configure(EntityTypeBuilder<LoginToken> b)
    {
        b.ToTable("LoginTokens");
        b.Property(t => t.Hash).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(t => t.Hash).IsUnique();
        b.HasIndex(t => new { t.UserId, t.Purpose });
        // Two uses at the same time: the second update finds no row with an empty UsedAt.
        b.Property(t => t.UsedAt).IsConcurrencyToken();
        b.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ColleagueInvitationConfiguration : IEntityTypeConfiguration<ColleagueInvitation>
{
    public void Configure(EntityTypeBuilder<ColleagueInvitation> b)
    {
        b.ToTable("ColleagueInvitations");
        b.Property(i => i.Email).HasMaxLength(254);
        b.Property(i => i.DisplayName).HasMaxLength(100);
        b.HasIndex(i => i.EmployerId);
        b.HasOne<User>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
