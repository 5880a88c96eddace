using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>On paper, with a line to sign for each who has not approved.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class PrintModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock) : AgreementPage(db, viewer, readLog, clock)
{
    public void OnGet()
    {
    }
}
