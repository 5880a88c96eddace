using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Workplaces;

[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class IndexModel(AppDb db, Viewer viewer) : AppPage
{
    private const int Most = 200;

    public sealed record WorkplaceRow(Guid Id, Guid EmployerId, string Employer, string Name, string StreetAddress, string PostalCode, string City, string? Area,
        string ContactName, string ContactEmail, string? ContactPhone, int Employees, int? Ceiling, ClosedWeeks? Closed, FirstDayAnswers FirstDay, List<SupervisorRow> Supervisors)
    {
        public bool MayEdit { get; init; }
        public int MostAtOnce => Ceiling ?? Workplace.DefaultCeiling(Employees);
    }

    public sealed record SupervisorRow(Guid Id, string Name, bool Active);

    public IReadOnlyList<WorkplaceRow> Workplaces { get; private set; } = [];
    public bool Several { get; private set; }
    public bool MayEdit => viewer.Is(Role.EmployerAdmin);

    protected override async Task LoadAsync()
    {
        var (mine, edits) = (viewer.EmployerIds, viewer.EmployersAs(Role.EmployerAdmin));
        var rows = await db.Workplaces.AsNoTracking().Where(w => mine.Contains(w.EmployerId))
            .Join(db.Employers, w => w.EmployerId, e => e.Id, (w, e) => new { w, e })
            .OrderBy(x => x.e.SortKey).ThenBy(x => x.w.Seq).Take(Most)
            .Select(x => new WorkplaceRow(x.w.Id, x.e.Id, x.e.Name, x.w.Name, x.w.StreetAddress, x.w.PostalCode, x.w.City, x.w.Area,
                x.w.ContactName, x.w.ContactEmail, x.w.ContactPhone, x.w.Employees, x.w.Ceiling, x.w.ClosedWeeks, x.w.FirstDay,
                x.w.Supervisors.OrderBy(s => s.Seq).Select(s => new SupervisorRow(s.Id, s.Name, s.DeactivatedAt == null)).ToList()))
            .ToListAsync(Ct);
        Workplaces = [.. rows.Select(w => w with { MayEdit = edits.Contains(w.EmployerId) })];
        Several = mine.Length > 1;
    }

    public void OnGet()
    {
    }
}
