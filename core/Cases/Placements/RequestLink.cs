using EnVagUt.Core.Ground.Data;
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

    private RequestLink() { }

    public Guid PlacementId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Where a letter about the request leads, in the caller's save: to a link of its own, whose secret exists nowhere else.</summary>
    /// <param name="mayAnswerByLink">False leads into the portal: of protected identity, and of a letter that is read out.</param>
    public static string PathOf(AppDb db, Guid placementId, bool mayAnswerByLink, DateTime now)
    {
        if (!mayAnswerByLink)
            return $"/arbetsgivare/forfragningar/{placementId}";
        var secret = LinkSecret.New();
        db.RequestLinks.Add(new RequestLink { PlacementId = placementId, Hash = LinkSecret.HashOf(secret), CreatedAt = now, ExpiresAt = now + Lifetime });
        return $"/svar?nyckel={secret}";
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
