using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Web.Access;

namespace EnVagUt.Web.Pages.Employer.Requests;

/// <summary>One person, as far as the employer may see: the request, then who is coming and who is here.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor, Role.EmployerReader)]
public sealed class ShowModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog) : RequestPage(db, viewer, clock, readLog)
{
    public void OnGet()
    {
    }
}
