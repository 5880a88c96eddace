using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;

namespace EnVagUt.Web.Pages.Employer.Agreements;

/// <summary>On paper, with no more than the page shows.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor)]
public sealed class PrintModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog) : EmployerAgreementPage(db, viewer, clock, readLog)
{
    public void OnGet()
    {
    }
}
