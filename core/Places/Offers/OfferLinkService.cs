using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Places.Offers;

/// <summary>«Behåll eller avsluta», by the link in the letter: nobody is signed in, and the secret says which place it is.</summary>
public sealed class OfferLinkService(AppDb db, TimeProvider clock)
{
    /// <summary>Null when the link does not hold, whatever the reason.</summary>
    public async Task<LinkedOffer?> ReadAsync(string? secret, CancellationToken ct) => await FindAsync(secret, ct) is not { } offer ? null
        : new LinkedOffer(offer.Title, await db.Workplaces.Where(w => w.Id == offer.WorkplaceId).Select(w => w.Name).SingleAsync(ct), offer.Period);

    /// <exception cref="RuleBreachException">The link does not hold; or somebody is on the way to the place by now.</exception>
    public async Task AnswerAsync(string? secret, bool keep, CancellationToken ct)
    {
        var offer = await FindAsync(secret, ct) ?? throw new RuleBreachException(Rule.LinkNotValid);
        var stamp = new Stamp(null, clock.UtcNow());
        if (keep)
            offer.Keep(stamp);
        else
            offer.Close(await OfferService.IsBookedAsync(db, offer.Id, stamp.At, ct), stamp);
        await EndAsync(db, offer.Id, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>In the caller's save: the question is answered, by whatever way, and no letter of before answers it again.</summary>
    internal static async Task EndAsync(AppDb db, Guid offerId, CancellationToken ct) =>
        db.OfferLinks.RemoveRange(await db.OfferLinks.Where(l => l.OfferId == offerId).ToListAsync(ct));

    private async Task<Offer?> FindAsync(string? secret, CancellationToken ct)
    {
        if (LinkSecret.KeyOf(secret) is not { } hash)
            return null;
        var now = clock.UtcNow();
        var offer = await db.Offers.Include(o => o.Slots).SingleOrDefaultAsync(o => db.OfferLinks.Any(l => l.Hash == hash && l.ExpiresAt > now && l.OfferId == o.Id), ct);
        return offer is not null && OfferTransitions.Table.Allows(OfferAction.Keep, new OfferFacts(offer.StatusOn(now.StockholmDate()))) ? offer : null;
    }
}

/// <summary>What the link shows.</summary>
public sealed record LinkedOffer(string Title, string Workplace, Period Period);
