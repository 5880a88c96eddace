using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>A workplace's card, filled in for a workplace that answers by phone.</summary>
[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class WorkplaceModel(AppDb db, EmployerService employers) : AppPage
{
    public sealed record SupervisorRow(Guid Id, string Name, bool Active);

    private (WorkplaceForm Form, Guid Version) _stored;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid WorkplaceId { get; set; }
    [BindProperty] public WorkplaceForm Workplace { get; set; } = new();
    [BindProperty] public Guid Version { get; set; }
    [BindProperty] public BehalfForm Said { get; set; } = new();
    public string Employer { get; private set; } = "";
    public IReadOnlyList<SupervisorRow> Supervisors { get; private set; } = [];
    public string Name => _stored.Form.Name;

    protected override async Task LoadAsync()
    {
        var stored = await db.Workplaces.AsNoTracking().Where(w => w.Id == WorkplaceId && w.EmployerId == Id)
            .Join(db.Employers, w => w.EmployerId, e => e.Id, (w, e) => new { Form = WorkplaceForm.Of(w), w.Version, Employer = e.Name })
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Workplace");
        Supervisors = await db.Supervisors.AsNoTracking().Where(s => s.WorkplaceId == WorkplaceId).OrderBy(s => s.Seq)
            .Select(s => new SupervisorRow(s.Id, s.Name, s.DeactivatedAt == null)).ToListAsync(Ct);
        (_stored, Employer) = ((stored.Form, stored.Version), stored.Employer);
    }

    public void OnGet() => (Workplace, Version) = _stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.DescribeWorkplaceAsync(WorkplaceId, Version, Workplace.ToDetails(), Ct, Workplace.ToCeiling(), Workplace.ToFirstDay(), Said.ToSaid());
        return Done("Show", "Ändringarna är sparade.", new { Id });
    }
}
