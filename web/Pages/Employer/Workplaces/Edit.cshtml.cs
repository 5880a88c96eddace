using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Workplaces;

[AllowRoles(Role.EmployerAdmin)]
public sealed class EditModel(AppDb db, Viewer viewer, EmployerService employers) : AppPage
{
    private (WorkplaceForm Form, Guid Version) _stored;

    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public WorkplaceForm Workplace { get; set; } = new();
    [BindProperty] public Guid Version { get; set; }
    public string Name => _stored.Form.Name;

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployersAs(Role.EmployerAdmin);
        var stored = await db.Workplaces.AsNoTracking().Where(w => w.Id == Id && mine.Contains(w.EmployerId))
            .Select(w => new { Form = WorkplaceForm.Of(w), w.Version }).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Workplace");
        _stored = (stored.Form, stored.Version);
    }

    public void OnGet() => (Workplace, Version) = _stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.DescribeWorkplaceAsync(Id, Version, Workplace.ToDetails(), Ct, Workplace.ToCeiling(), Workplace.ToFirstDay());
        return Done("Index", "Ändringarna är sparade.");
    }
}
