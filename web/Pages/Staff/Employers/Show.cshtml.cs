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

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>One employer as AME sees it: card, who signs in, workplaces, places, history. No persons placed there.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class ShowModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog) : AppPage
{
    private const int Most = 50;

    public sealed record Card(Guid Id, string Name, string Digits, Sector Sector, Branch Branch, SizeClass Size, EmployerStatus Status,
        DateTime RegisteredAt, DateTime? DecidedAt, string? DecidedBy, string? RejectedBecause, string? Unit)
    {
        public OrgNumber Number => OrgNumber.Stored(Digits);
    }

    public sealed record Person(string Name, string Email, bool Confirmed, Role Role);

    public sealed record WorkplaceRow(Guid Id, string Name, string StreetAddress, string City, string? Area, string ContactName, string ContactEmail, string? ContactPhone,
        int Employees, int? Ceiling, bool CeilingIsHard, bool CollectiveAgreement, bool LiabilityInsurance, bool ExtractRequired, string? ExtractLegalBasis)
    {
        public int MostAtOnce => Ceiling ?? Workplace.DefaultCeiling(Employees);
    }

    [FromRoute] public Guid Id { get; set; }
    public Card Employer { get; private set; } = null!;
    public IReadOnlyList<Person> People { get; private set; } = [];
    public IReadOnlyList<WorkplaceRow> Workplaces { get; private set; } = [];
    public IReadOnlyList<OfferRow> Offers { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public DeclarationRow Declaration { get; private set; } = null!;
    public bool MayDecide => viewer.IsAny(EmployerService.Staff);
    /// <summary>Whoever decides about an enskild firma has to know whose it is.</summary>
    public bool SeesNumber => MayDecide && Employer.Status == EmployerStatus.Pending;
    public bool MayOversee => viewer.Is(Role.Administrator);
    public bool MayReadOffers => viewer.IsAny(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager);

    protected override async Task LoadAsync()
    {
        Employer = await db.Employers.AsNoTracking().Where(e => e.Id == Id)
            .Select(e => new Card(e.Id, e.Name, e.OrgNumberDigits, e.Sector, e.Branch, e.Size, e.Status, e.RegisteredAt, e.DecidedAt,
                db.Users.Where(u => u.Id == e.DecidedBy).Select(u => u.DisplayName).FirstOrDefault(), e.RejectedBecause,
                db.OrgUnits.Where(u => u.Id == e.UnitId).Select(u => u.Name).FirstOrDefault()))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Employer");
        if (SeesNumber && Employer.Number.IsSoleTrader && HttpMethods.IsGet(Request.Method))
            readLog.Note(viewer, "Employer", Id);
        Declaration = await DeclarationRow.Of(db, [Id], clock.Today()).SingleAsync(Ct);
        People = await db.RoleGrants.AsNoTracking().Where(g => g.EmployerId == Id)
            .Join(db.Users.Where(u => u.DeactivatedAt == null), g => g.UserId, u => u.Id, (g, u) => new { g, u })
            .OrderBy(x => x.u.SortKey).Take(Most)
            .Select(x => new Person(x.u.DisplayName, x.u.Email ?? "", x.u.EmailConfirmed, x.g.Role)).ToListAsync(Ct);
        Workplaces = await db.Workplaces.AsNoTracking().Where(w => w.EmployerId == Id).OrderBy(w => w.Seq).Take(Most)
            .Select(w => new WorkplaceRow(w.Id, w.Name, w.StreetAddress, w.City, w.Area, w.ContactName, w.ContactEmail, w.ContactPhone,
                w.Employees, w.Ceiling, w.CeilingIsHard, w.CollectiveAgreement, w.LiabilityInsurance, w.ExtractRequired, w.ExtractLegalBasis)).ToListAsync(Ct);
        Offers = await db.Offers.AsNoTracking().Where(o => o.EmployerId == Id && o.Status != OfferStatus.Draft)
            .OrderByDescending(o => o.ChangedAt).Take(Most).Select(OfferRow.Of(db)).ToListAsync(Ct);
        History = await CaseHistory.ForStaffAsync(db, Id, Ct);
    }

    public void OnGet()
    {
    }
}
