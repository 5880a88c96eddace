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

/// <summary>The employer's side of a platsanmälan: only its administrators find its offers.</summary>
public sealed class OfferService(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, OfferLetters letters)
{
    /// <returns>The offer's id.</returns>
    public async Task<Guid> DraftAsync(OfferDetails details, bool submit, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var workplace = await OwnWorkplaceAsync(details.WorkplaceId, ct);
        await EnsureOfferedAsync(details, workplace, stamp, ct);
        await EnsureClauseAsync(details, workplace, ct);
        var offer = Offer.Draft(workplace, details, stamp);
        db.Offers.Add(offer);
        if (submit)
            await SubmitAsync(offer, stamp, ct);
        await IndexAsync(offer, workplace, ct);
        await db.SaveChangesAsync(ct);
        return offer.Id;
    }

    public async Task EditAsync(Guid id, Guid version, OfferDetails details, bool submit, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var offer = await OwnOfferAsync(id, OfferAction.Edit, ct);
        offer.EnsureVersion(version);
        var workplace = await OwnWorkplaceAsync(details.WorkplaceId, ct);
        await EnsureOfferedAsync(details, workplace, stamp, ct);
        await EnsureClauseAsync(details, workplace, ct);
        offer.Edit(workplace, details, stamp);
        if (submit)
            await SubmitAsync(offer, stamp, ct);
        await IndexAsync(offer, workplace, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task PauseAsync(Guid id, bool pause, CancellationToken ct)
    {
        var offer = await OwnOfferAsync(id, pause ? OfferAction.Pause : OfferAction.Resume, ct);
        if (pause)
            offer.Pause(viewer.Stamp(clock));
        else
            offer.Resume(viewer.Stamp(clock));
        await db.SaveChangesAsync(ct);
    }

    public async Task CloseAsync(Guid id, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var offer = await OwnOfferAsync(id, OfferAction.Close, ct);
        offer.Close(await IsBookedAsync(db, id, stamp.At, ct), stamp);
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

    private async Task SubmitAsync(Offer offer, Stamp stamp, CancellationToken ct)
    {
        offer.Submit(stamp);
        await letters.SubmittedAsync(offer, stamp, ct);
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

    private async Task<Workplace> OwnWorkplaceAsync(Guid id, CancellationToken ct)
    {
        var mine = viewer.EmployersAs(Role.EmployerAdmin);
        return await db.Workplaces.Include(w => w.Supervisors).SingleOrDefaultAsync(w => w.Id == id && mine.Contains(w.EmployerId), ct)
            ?? throw new RuleBreachException(Rule.NotYours, nameof(OfferDetails.WorkplaceId));
    }

    private async Task<Offer> OwnOfferAsync(Guid id, OfferAction action, CancellationToken ct)
    {
        var mine = viewer.EmployersAs(OfferTransitions.Table[action].Who);
        return await db.Offers.Include(o => o.Slots).SingleOrDefaultAsync(o => o.Id == id && mine.Contains(o.EmployerId), ct)
            ?? throw new NotFoundException("Offer");
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
