using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Places.Offers;

/// <summary>A workplace that is known, or one that is registered in the same save; the known one wins.</summary>
public sealed record ArrangedWorkplace(Guid? WorkplaceId, RegisterByPhone? New);

/// <summary>Makes the unpublished offers of one seat, and their workplaces, inside the caller's save.</summary>
public sealed class ArrangedOffers(AppDb db, Viewer viewer, RulebookService rulebook, EmployerRegistrationService registration)
{
    /// <summary>Workplaces that somebody may be registered at, by the words of the employer's and the workplaces' names and towns.</summary>
    public static IQueryable<Workplace> Find(AppDb db, string words)
    {
        var found = SearchIndex.Find(db, SearchOwner.Employer, words);
        return db.Workplaces.AsNoTracking().Where(w => found.Contains(w.EmployerId)
            && db.Employers.Any(e => e.Id == w.EmployerId && e.Status != EmployerStatus.Rejected));
    }

    /// <param name="at">Where.</param>
    /// <param name="details">What and when; its workplace is overwritten by <paramref name="at"/>.</param>
    /// <param name="byOthers">See <see cref="OfferedForms"/>.</param>
    /// <param name="stamp">Who, and when.</param>
    /// <param name="ct">Ends the reading.</param>
    internal async Task<(Offer Offer, Workplace Workplace)> AddAsync(ArrangedWorkplace at, OfferDetails details, bool byOthers, Stamp stamp, CancellationToken ct)
    {
        var workplace = at switch
        {
            { WorkplaceId: { } id } => await KnownAsync(id, ct),
            { New: { } input } => await NewAsync(input, stamp, ct),
            _ => throw new RuleBreachException(Rule.WorkplaceNotGiven, nameof(at.WorkplaceId)),
        };
        var employer = await db.Employers.FindAsync([workplace.EmployerId], ct) ?? throw new NotFoundException(nameof(Employer));
        RuleBreachException.When(employer.Status == EmployerStatus.Rejected, Rule.EmployerNotApproved, nameof(at.WorkplaceId));
        OfferedForms.Ensure(details.Form, await rulebook.OnAsync(details.From, ct), employer.Sector == Sector.OwnMunicipality, byOthers);
        var offer = Offer.Arranged(workplace, details with { WorkplaceId = workplace.Id }, stamp);
        db.Offers.Add(offer);
        return (offer, workplace);
    }

    private async Task<Workplace> KnownAsync(Guid id, CancellationToken ct) =>
        await db.Workplaces.SingleOrDefaultAsync(w => w.Id == id, ct) ?? throw new RuleBreachException(Rule.WorkplaceNotGiven, nameof(ArrangedWorkplace.WorkplaceId));

    // The employer may be here already with another workplace; it then gets one more.
    private async Task<Workplace> NewAsync(RegisterByPhone input, Stamp stamp, CancellationToken ct)
    {
        RuleBreachException.When(!viewer.IsAny(EmployerService.Staff), Rule.NotForYourRole, nameof(input.OrgNumber));
        var digits = OrgNumber.Parse(input.OrgNumber, nameof(input.OrgNumber)).Digits;
        var known = await db.Employers.Include(e => e.Workplaces).Where(e => e.OrgNumberDigits == digits).Take(2).ToListAsync(ct);
        if (known.Count == 0)
            return await registration.AddByPhoneAsync(input, stamp, ct);
        RuleBreachException.When(known.Count > 1 || known[0].UnitId is not null, Rule.NumberIsShared, nameof(input.OrgNumber));
        var workplace = known[0].AddWorkplace(input.Workplace, stamp);
        db.Add(workplace);
        await EmployerService.IndexAsync(db, known[0], ct);
        return workplace;
    }
}
