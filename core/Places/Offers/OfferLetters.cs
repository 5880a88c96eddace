using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Places.Offers;

/// <summary>
/// Letters to the workplace's contact about its platsanmälan. Until AME has approved the employer they go to its own
/// confirmed address instead: whoever registers by themselves may have typed anybody's as the contact's.
/// </summary>
public sealed class OfferLetters(AppDb db, Letters letters, LetterLimits limits, PortalAddress portal)
{
    /// <summary>The employer causes this one by itself, so there is an end to how many.</summary>
    public async Task SubmittedAsync(Offer offer, Stamp stamp, CancellationToken ct)
    {
        const string Receipt = "platsanmalan-mottagen";
        if (!await limits.IsReachedAsync(Receipt, await ReceiverAsync(offer, ct), ct))
            await WriteAsync(Receipt, offer, stamp, ct);
    }

    public Task PublishedAsync(Offer offer, Stamp stamp, CancellationToken ct) =>
        WriteAsync("platsanmalan-publicerad", offer, stamp, ct);

    public Task ReturnedAsync(Offer offer, Stamp stamp, CancellationToken ct) =>
        WriteAsync("platsanmalan-ater", offer, stamp, ct);

    // The version is in the key: the same offer may be returned and submitted again.
    private async Task WriteAsync(string template, Offer offer, Stamp stamp, CancellationToken ct) =>
        letters.Write(template, $"{template}/{offer.Version:N}", await ReceiverAsync(offer, ct), stamp.At,
            new Dictionary<string, string>
            {
                ["titel"] = offer.Title,
                ["lank"] = portal.Link($"/arbetsgivare/platser/{offer.Id}"),
            }, offer.Id);

    private async Task<string> ReceiverAsync(Offer offer, CancellationToken ct) =>
        await db.Workplaces.Where(w => w.Id == offer.WorkplaceId)
            .Select(w => db.Employers.Any(e => e.Id == w.EmployerId && e.Status == EmployerStatus.Approved)
                ? w.ContactEmail
                : db.RoleGrants.Where(g => g.EmployerId == w.EmployerId && g.Role == Role.EmployerAdmin)
                    .Join(db.Users.Where(u => u.EmailConfirmed && u.DeactivatedAt == null), g => g.UserId, u => u.Id, (g, u) => u)
                    .OrderBy(u => u.CreatedAt).Select(u => u.Email).FirstOrDefault())
            .SingleAsync(ct) ?? "";
}
