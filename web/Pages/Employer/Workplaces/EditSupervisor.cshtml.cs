using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Workplaces;

[AllowRoles(Role.EmployerAdmin)]
public sealed class EditSupervisorModel(AppDb db, Viewer viewer, EmployerService employers) : SupervisorPage(db, viewer)
{
    [BindProperty] public SupervisorForm Supervisor { get; set; } = new();
    [BindProperty] public Guid Version { get; set; }

    public void OnGet() => (Supervisor, Version) = (Stored, StoredVersion);

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.DescribeSupervisorAsync(Id, SupervisorId, Version, Supervisor.ToDetails(), Ct);
        return Done("Index", "Ändringarna är sparade.");
    }
}
