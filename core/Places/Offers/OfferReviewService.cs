using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Places.Offers;

/// <summary>AME's side of a platsanmälan: publish it, or send it back for completion.</summary>
public sealed class OfferReviewService(AppDb db, Viewer viewer, TimeProvider clock, OfferLetters letters)
{
    public async Task PublishAsync(Guid id, CancellationToken ct)
    {
        OfferTransitions.Table.RequireRole(OfferAction.Publish, viewer.Roles);
        var stamp = viewer.Stamp(clock);
        var offer = await LoadAsync(id, ct);
        var approved = await db.Employers.AnyAsync(e => e.Id == offer.EmployerId && e.Status == EmployerStatus.Approved, ct);
        // It would be closed in the same moment, and the letter says that we look for somebody.
        RuleBreachException.When(offer.Period.Last < stamp.Today, Rule.PeriodPassed);
        offer.Publish(approved, stamp);
        await letters.PublishedAsync(offer, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task ReturnAsync(Guid id, string because, CancellationToken ct)
    {
        OfferTransitions.Table.RequireRole(OfferAction.Return, viewer.Roles);
        var stamp = viewer.Stamp(clock);
        var offer = await LoadAsync(id, ct);
        offer.Return(because, stamp);
        await letters.ReturnedAsync(offer, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Offer> LoadAsync(Guid id, CancellationToken ct) =>
        await db.Offers.SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFoundException("Offer");
}
