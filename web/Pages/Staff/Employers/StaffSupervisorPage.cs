using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>A page about a workplace's handledare, filled in for a workplace that tells it on the telephone.</summary>
[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public abstract class StaffSupervisorPage(AppDb db) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid WorkplaceId { get; set; }
    [BindProperty] public SupervisorForm Supervisor { get; set; } = new();
    [BindProperty] public BehalfForm Said { get; set; } = new();
    public string Workplace { get; private set; } = "";

    protected override async Task LoadAsync() =>
        Workplace = await db.Workplaces.Where(w => w.Id == WorkplaceId && w.EmployerId == Id).Select(w => w.Name).SingleOrDefaultAsync(Ct)
            ?? throw new NotFoundException("Workplace");

    protected RedirectToPageResult DoneHere(string message) => Done("Workplace", message, new { Id, WorkplaceId });
}
