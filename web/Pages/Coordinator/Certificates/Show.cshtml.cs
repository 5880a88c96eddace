using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Access;

namespace EnVagUt.Web.Pages.Coordinator.Certificates;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ShowModel(AppDb db, Viewer viewer, ReadLog readLog, Municipality municipality) : CertificatePage(db, viewer, readLog)
{
    public Municipality Municipality => municipality;

    public void OnGet()
    {
    }
}
