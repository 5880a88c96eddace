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
    private (WorkplaceForm Form, Guid Version) _stored;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid WorkplaceId { get; set; }
    [BindProperty] public WorkplaceForm Workplace { get; set; } = new();
    [BindProperty] public Guid Version { get; set; }
    public string Employer { get; private set; } = "";
    public string Name => _stored.Form.Name;

    protected override async Task LoadAsync()
    {
        var stored = await db.Workplaces.AsNoTracking().Where(w => w.Id == WorkplaceId && w.EmployerId == Id)
            .Join(db.Employers, w => w.EmployerId, e => e.Id, (w, e) => new { Form = WorkplaceForm.Of(w), w.Version, Employer = e.Name })
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Workplace");
        (_stored, Employer) = ((stored.Form, stored.Version), stored.Employer);
    }

    public void OnGet() => (Workplace, Version) = _stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.DescribeWorkplaceAsync(WorkplaceId, Version, Workplace.ToDetails(), Ct, Workplace.ToCeiling(), Workplace.ToFirstDay());
        return Done("Show", "Ändringarna är sparade.", new { Id });
    }
}
