using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Offers;

/// <summary>One offer as AME sees it, from Inskickad on; a draft is the employer's own. Bookings without persons.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class ShowModel(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    public sealed record EmployerOf(string Name, bool Approved);

    public sealed record ContactOf(string Name, string Email, string? Phone, string Address);

    public sealed record SlotRow(int Number, IReadOnlyList<string> Booked);

    [FromRoute] public Guid Id { get; set; }
    public OfferCard Offer { get; private set; } = null!;
    public OfferFacts Facts { get; private set; } = null!;
    public OfferStatus Status => Facts.Status;
    public EmployerOf Employer { get; private set; } = null!;
    public ContactOf Contact { get; private set; } = null!;
    public IReadOnlyList<SlotRow> Slots { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public DeclarationRow Declaration { get; private set; } = null!;
    /// <summary>Whether the viewer may write down what the employer tells.</summary>
    public bool MayTell => OfferTransitions.Table[OfferAction.Close].OnBehalf.Any(viewer.Is);
    public bool May(OfferAction action) => OfferTransitions.Table.Allows(action, Facts, viewer.Roles);

    protected override async Task LoadAsync()
    {
        Offer = await db.Offers.AsNoTracking().Where(o => o.Id == Id && o.Status != OfferStatus.Draft).Select(OfferCard.Of(db))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Offer");
        var around = await db.Offers.AsNoTracking().Where(o => o.Id == Id)
            .Join(db.Employers, o => o.EmployerId, e => e.Id, (o, e) => new { o, e })
            .Join(db.Workplaces, x => x.o.WorkplaceId, w => w.Id, (x, w) => new
            {
                Employer = new EmployerOf(x.e.Name, x.e.Status == EmployerStatus.Approved),
                Contact = new ContactOf(w.ContactName, w.ContactEmail, w.ContactPhone, w.StreetAddress + ", " + w.PostalCode + " " + w.City),
            }).SingleAsync(Ct);
        (Employer, Contact) = (around.Employer, around.Contact);
        Facts = new OfferFacts(Offer.StatusOn(clock.Today())) { EmployerIsApproved = Employer.Approved };
        Declaration = await DeclarationRow.Of(db, [Offer.EmployerId], clock.Today()).SingleAsync(Ct);
        Slots = await SlotsAsync();
        History = await CaseHistory.ForStaffAsync(db, Id, Ct);
    }

    public void OnGet()
    {
    }

    private async Task<List<SlotRow>> SlotsAsync()
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        var slots = await db.Slots.AsNoTracking().Where(s => s.OfferId == Id).OrderBy(s => s.Number).Select(s => new { s.Id, s.Number }).ToListAsync(Ct);
        var claims = await db.Claims.AsNoTracking()
            .Where(c => c.OfferId == Id && c.ReleasedAt == null && (c.ExpiresAt == null || c.ExpiresAt > now) && (c.To == null || c.To >= today))
            .OrderBy(c => c.From).Select(c => new { c.SlotId, c.From, c.To, c.CellMask }).ToListAsync(Ct);
        return [.. slots.Select(s => new SlotRow(s.Number, [.. claims.Where(c => c.SlotId == s.Id)
            .Select(c => $"{new Period(c.From, c.To)}, {new Cells(c.CellMask)}")]))];
    }
}
