using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Places.Offers;

/// <summary>
/// The other half of a personal link by which an employer keeps a place that nobody is found for, or closes it, without an
/// account (docs/model.md, Links and addresses). Any answer ends all of the place's.
/// </summary>
public sealed class OfferLink : Entity
{
    /// <summary>From ten days before the first day, and a while after it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private OfferLink() { }

    public Guid OfferId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Where a letter about the place leads, in the caller's save.</summary>
    /// <param name="mayAnswerByLink">False leads into the portal: of a letter that is read out.</param>
    public static string PathOf(AppDb db, Guid offerId, bool mayAnswerByLink, DateTime now)
    {
        if (!mayAnswerByLink)
            return $"/arbetsgivare/platser/{offerId}";
        var secret = LinkSecret.New();
        db.OfferLinks.Add(new OfferLink { OfferId = offerId, Hash = LinkSecret.HashOf(secret), ExpiresAt = now + Lifetime });
        return $"/plats-kvar?nyckel={secret}";
    }
}

internal sealed class OfferLinkConfiguration : IEntityTypeConfiguration<OfferLink>
{
    public void Configure(EntityTypeBuilder<OfferLink> b)
    {
        b.ToTable("OfferLinks");
        b.Property(l => l.Hash).HasMaxLength(64).IsUnicode(false);
        b.HasIndex(l => l.Hash).IsUnique();
        b.HasOne<Offer>().WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Cascade);
    }
}
