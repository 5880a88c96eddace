using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Employers;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class NewSupervisorModel(AppDb db, EmployerService employers) : StaffSupervisorPage(db)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.AddSupervisorAsync(WorkplaceId, Supervisor.ToDetails(), Ct, Said.ToSaid());
        return DoneHere("Handledaren är tillagd.");
    }
}
