using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Places.Offers;

/// <summary>Letters to the workplace's contact about its platsanmälan.</summary>
public sealed class OfferLetters(AppDb db, Letters letters, PortalAddress portal)
{
    public Task SubmittedAsync(Offer offer, Stamp stamp, CancellationToken ct) =>
        WriteAsync("platsanmalan-mottagen", offer, stamp, ct);

    public Task PublishedAsync(Offer offer, Stamp stamp, CancellationToken ct) =>
        WriteAsync("platsanmalan-publicerad", offer, stamp, ct);

    public Task ReturnedAsync(Offer offer, Stamp stamp, CancellationToken ct) =>
        WriteAsync("platsanmalan-ater", offer, stamp, ct);

    // The version is in the key: the same offer may be returned and submitted again.
    private async Task WriteAsync(string template, Offer offer, Stamp stamp, CancellationToken ct)
    {
        var to = db.Workplaces.Local.FirstOrDefault(w => w.Id == offer.WorkplaceId)?.ContactEmail
            ?? await db.Workplaces.Where(w => w.Id == offer.WorkplaceId).Select(w => w.ContactEmail).SingleAsync(ct);
        letters.Write(template, $"{template}/{offer.Version:N}", to, stamp.At,
            new Dictionary<string, string>
            {
                ["titel"] = offer.Title,
                ["lank"] = portal.Link($"/arbetsgivare/platser/{offer.Id}"),
            }, offer.Id);
    }
}
