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
public sealed class NewSupervisorModel(AppDb db, Viewer viewer, EmployerService employers) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public SupervisorForm Supervisor { get; set; } = new();
    public string Workplace { get; private set; } = "";

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployersAs(Role.EmployerAdmin);
        Workplace = await db.Workplaces.AsNoTracking().Where(w => w.Id == Id && mine.Contains(w.EmployerId)).Select(w => w.Name)
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Workplace");
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.AddSupervisorAsync(Id, Supervisor.ToDetails(), Ct);
        return Done("Index", "Handledaren är tillagd.");
    }
}
