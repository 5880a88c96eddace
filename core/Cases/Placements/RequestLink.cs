using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// The other half of a personal link by which a workplace answers one request without an account (docs/model.md, Links and addresses).
/// Every letter has a secret of its own; any answer, or that nobody is asked any more, ends them all.
/// </summary>
public sealed class RequestLink : Entity
{
    /// <summary>A request lapses after ten working days, and after as many more when the workplace wants to meet first.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(40);

    /// <summary>Where the link leads.</summary>
    public const string Path = "/svar";

    private RequestLink() { }

    public Guid PlacementId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    /// <summary>A row to save and the address to send; the secret in it exists nowhere else.</summary>
    public static (RequestLink Row, string Path) Create(Guid placementId, DateTime now)
    {
        var secret = LinkSecret.New();
        return (new RequestLink { PlacementId = placementId, Hash = LinkSecret.HashOf(secret), CreatedAt = now, ExpiresAt = now + Lifetime }, $"{Path}?nyckel={secret}");
    }
}

internal sealed class RequestLinkConfiguration : IEntityTypeConfiguration<RequestLink>
{
    public void Configure(EntityTypeBuilder<RequestLink> b)
    {
        b.ToTable("RequestLinks");
        b.Property(l => l.Hash).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(l => l.Hash).IsUnique();
        b.HasOne<Placement>().WithMany().HasForeignKey(l => l.PlacementId).OnDelete(DeleteBehavior.Cascade);
    }
}
