using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>All employers, those who wait for approval first. Never an organisationsnummer: an enskild firma's is a person's.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    private const int MostPending = 25;

    public sealed record EmployerRow(Guid Id, string Name, Branch Branch, SizeClass Size, EmployerStatus Status, DateTime RegisteredAt, int OpenOffers);

    [FromQuery] public string? Sok { get; set; }
    [FromQuery] public EmployerStatus? Lage { get; set; }
    [FromQuery] public string? Fore { get; set; }
    [FromQuery] public string? Efter { get; set; }

    public IReadOnlyList<EmployerRow> Pending { get; private set; } = [];
    public KeyPage<EmployerRow> Employers { get; private set; } = KeyPage<EmployerRow>.None;
    public DateOnly Today { get; } = clock.Today();
    public bool IsFiltered => Lage is not null || !string.IsNullOrWhiteSpace(Sok);
    public bool MayRegister => viewer.IsAny(EmployerService.Staff);

    protected override async Task LoadAsync()
    {
        Pending = IsFiltered ? [] : await Rows(db.Employers.AsNoTracking().Where(e => e.Status == EmployerStatus.Pending)
            .OrderBy(e => e.RegisteredAt).Take(MostPending)).ToListAsync(Ct);

        var employers = db.Employers.AsNoTracking();
        if (Lage is { } status)
            employers = employers.Where(e => e.Status == status);
        if (!string.IsNullOrWhiteSpace(Sok))
        {
            var found = SearchIndex.Find(db, SearchOwner.Employer, Sok);
            employers = employers.Where(e => found.Contains(e.Id));
        }
        Employers = await employers.ReadPageAsync(e => e.SortKey, e => new EmployerRow(e.Id, e.Name, e.Branch, e.Size, e.Status, e.RegisteredAt,
            db.Offers.Count(o => o.EmployerId == e.Id && o.Status == OfferStatus.Published)), Fore, Efter, Ct);
    }

    public void OnGet()
    {
    }

    private static IQueryable<EmployerRow> Rows(IQueryable<Core.Parties.Employers.Employer> employers) =>
        employers.Select(e => new EmployerRow(e.Id, e.Name, e.Branch, e.Size, e.Status, e.RegisteredAt, 0));
}
