using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;

namespace EnVagUt.Web.Pages.Coordinator.FirstDays;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ShowModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock) : FirstDayPage(db, viewer, readLog, clock)
{
    private readonly Viewer _viewer = viewer;

    /// <summary>Whether the reader may fill in the workplace's answers.</summary>
    public bool MayAsk => _viewer.IsAny(EmployerService.Staff);

    public void OnGet()
    {
    }
}
