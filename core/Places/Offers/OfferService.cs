using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Procurement;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Places.Offers;

/// <summary>
/// The employer's side of a platsanmälan. Only its administrators find its offers; staff who write down what an employer has told
/// them say how and by whom (docs/model.md, On somebody's behalf).
/// </summary>
public sealed class OfferService(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, OfferLetters letters)
{
    /// <summary>What staff write down and may publish is published in the same save.</summary>
    /// <returns>The offer's id.</returns>
    public async Task<Guid> DraftAsync(OfferDetails details, bool submit, CancellationToken ct, OnBehalf? said = null)
    {
        var stamp = viewer.Stamp(clock);
        var workplace = await WorkplaceAsync(details.WorkplaceId, said, ct);
        await EnsureOfferedAsync(details, workplace, stamp, ct);
        await EnsureClauseAsync(details, workplace, ct);
        var offer = Offer.Draft(workplace, details, stamp);
        db.Offers.Add(offer);
        Note(offer, submit ? "Submitted" : "Drafted", said, stamp);
        if (submit)
            await SubmitAsync(offer, said, stamp, ct);
        await IndexAsync(offer, workplace, ct);
        await db.SaveChangesAsync(ct);
        return offer.Id;
    }

    public async Task EditAsync(Guid id, Guid version, OfferDetails details, bool submit, CancellationToken ct, OnBehalf? said = null)
    {
        var stamp = viewer.Stamp(clock);
        var offer = await OfferAsync(id, OfferAction.Edit, said, ct);
        offer.EnsureVersion(version);
        var workplace = await WorkplaceAsync(details.WorkplaceId, said, ct);
        await EnsureOfferedAsync(details, workplace, stamp, ct);
        await EnsureClauseAsync(details, workplace, ct);
        offer.Edit(workplace, details, stamp);
        Note(offer, submit ? "Submitted" : "Edited", said, stamp);
        if (submit)
            await SubmitAsync(offer, said, stamp, ct);
        await IndexAsync(offer, workplace, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task KeepAsync(Guid id, CancellationToken ct, OnBehalf? said = null)
    {
        var (offer, stamp) = (await OfferAsync(id, OfferAction.Keep, said, ct), viewer.Stamp(clock));
        offer.Keep(stamp);
        Note(offer, "Kept", said, stamp);
        await OfferLinkService.EndAsync(db, id, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task PauseAsync(Guid id, bool pause, CancellationToken ct, OnBehalf? said = null)
    {
        var (offer, stamp) = (await OfferAsync(id, pause ? OfferAction.Pause : OfferAction.Resume, said, ct), viewer.Stamp(clock));
        if (pause)
            offer.Pause(stamp);
        else
            offer.Resume(stamp);
        Note(offer, pause ? "Paused" : "Resumed", said, stamp);
        await OfferLinkService.EndAsync(db, id, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task CloseAsync(Guid id, CancellationToken ct, OnBehalf? said = null)
    {
        var stamp = viewer.Stamp(clock);
        var offer = await OfferAsync(id, OfferAction.Close, said, ct);
        offer.Close(await IsBookedAsync(db, id, stamp.At, ct), stamp);
        Note(offer, "Closed", said, stamp);
        await OfferLinkService.EndAsync(db, id, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Whether anybody is on the way to a seat of the offer, or is there.</summary>
    public static Task<bool> IsBookedAsync(AppDb db, Guid id, DateTime now, CancellationToken ct)
    {
        var today = now.StockholmDate();
        return db.Claims.AnyAsync(c => c.OfferId == id && c.ReleasedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now) && (c.To == null || c.To >= today), ct);
    }

    /// <summary>The contract clauses that an employer may link a place to: its own contracts', after award.</summary>
    public static IQueryable<Clause> ClausesFor(AppDb db, params Guid[] employerIds) =>
        db.Clauses.Where(k => db.Contracts.Any(c => c.Id == k.ContractId && c.AwardedOn != null
            && db.Employers.Any(e => employerIds.Contains(e.Id) && e.OrgNumberDigits == c.SupplierOrgNumberDigits)));

    // Whoever may publish has just spoken with the employer: there is nothing left to review.
    private async Task SubmitAsync(Offer offer, OnBehalf? said, Stamp stamp, CancellationToken ct)
    {
        offer.Submit(stamp);
        if (said is not null && viewer.Roles.Overlaps(OfferTransitions.Table[OfferAction.Publish].Who)
            && await db.Employers.AnyAsync(e => e.Id == offer.EmployerId && e.Status == EmployerStatus.Approved, ct))
        {
            offer.Publish(employerApproved: true, stamp);
            await letters.PublishedAsync(offer, stamp, ct);
        }
        else
        {
            await letters.SubmittedAsync(offer, stamp, ct);
        }
    }

    private void Note(Offer offer, string act, OnBehalf? said, Stamp stamp)
    {
        if (said is not null)
            db.Behalves.Add(new Behalf(offer.Id, act, said, stamp));
    }

    private async Task EnsureOfferedAsync(OfferDetails details, Workplace workplace, Stamp stamp, CancellationToken ct)
    {
        var sector = await db.Employers.Where(e => e.Id == workplace.EmployerId).Select(e => e.Sector).SingleAsync(ct);
        OfferedForms.Ensure(details.Form, await rulebook.OnAsync(stamp.Today, ct), sector == Sector.OwnMunicipality);
        OfferedForms.EnsureWeek(details, await rulebook.OnAsync(details.From, ct));
        OfferedForms.EnsureSupports(details, sector.IsPublic());
    }

    private async Task EnsureClauseAsync(OfferDetails details, Workplace workplace, CancellationToken ct)
    {
        if (details.ClauseId is not { } id)
            return;
        var kind = await ClausesFor(db, workplace.EmployerId).Where(k => k.Id == id).Select(k => (ClauseKind?)k.Kind).SingleOrDefaultAsync(ct)
            ?? throw new RuleBreachException(Rule.NotYours, nameof(OfferDetails.ClauseId));
        RuleBreachException.When(
            kind == ClauseKind.Employment && details.Form != Form.Employment || kind == ClauseKind.Praktik && details.Form != Form.Praktik,
            Rule.ClauseOtherForm, nameof(OfferDetails.Form), kind.Label().ToLowerInvariant());
    }

    private async Task<Workplace> WorkplaceAsync(Guid id, OnBehalf? said, CancellationToken ct)
    {
        var workplaces = db.Workplaces.Include(w => w.Supervisors).Where(w => w.Id == id);
        if (said is null)
        {
            var mine = viewer.EmployersAs(OfferTransitions.Table[OfferAction.Edit].Who);
            workplaces = workplaces.Where(w => mine.Contains(w.EmployerId));
        }
        else
        {
            OfferTransitions.Table.RequireRole(OfferAction.Edit, viewer.Roles, onBehalf: true);
        }
        return await workplaces.SingleOrDefaultAsync(ct) ?? throw new RuleBreachException(Rule.NotYours, nameof(OfferDetails.WorkplaceId));
    }

    // A draft is the employer's own until it is sent in.
    private async Task<Offer> OfferAsync(Guid id, OfferAction action, OnBehalf? said, CancellationToken ct)
    {
        var offers = db.Offers.Include(o => o.Slots).Where(o => o.Id == id);
        if (said is null)
        {
            var mine = viewer.EmployersAs(OfferTransitions.Table[action].Who);
            offers = offers.Where(o => mine.Contains(o.EmployerId));
        }
        else
        {
            OfferTransitions.Table.RequireRole(action, viewer.Roles, onBehalf: true);
            offers = offers.Where(o => o.Status != OfferStatus.Draft);
        }
        return await offers.SingleOrDefaultAsync(ct) ?? throw new NotFoundException("Offer");
    }

    private async Task IndexAsync(Offer offer, Workplace workplace, CancellationToken ct)
    {
        var employer = await db.Employers.AsNoTracking().Where(e => e.Id == offer.EmployerId).Select(e => e.Name).SingleAsync(ct);
        await SearchIndex.SetAsync(db, SearchOwner.Offer, offer.Id,
            [offer.Title, offer.Tasks, employer, workplace.Name, workplace.Area, workplace.City, offer.Pattern.Cells.ToString(), Extent(offer)], ct);
    }

    // So that «kök deltid centrum fm» finds what it says.
    private static string Extent(Offer offer) => offer.Pattern.ExtentPercent(offer.Pattern.Cells) >= 90 ? "heltid" : "deltid";
}
