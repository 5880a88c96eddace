using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Employers;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class EditSupervisorModel(AppDb db, EmployerService employers) : StaffSupervisorPage(db)
{
    private readonly AppDb _db = db;
    private (SupervisorForm Form, Guid Version) _stored;

    [FromRoute] public Guid SupervisorId { get; set; }
    [BindProperty] public Guid Version { get; set; }

    /// <summary>Whether the person still is a supervisor when this is saved.</summary>
    [BindProperty] public bool Active { get; set; }

    public bool IsActive { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        var found = await _db.Supervisors.AsNoTracking().Where(s => s.Id == SupervisorId && s.WorkplaceId == WorkplaceId)
            .Join(_db.Workplaces, s => s.WorkplaceId, w => w.Id, (s, w) => new
            {
                w.Version,
                Active = s.DeactivatedAt == null,
                Form = new SupervisorForm { Name = s.Name, Email = s.Email, Phone = s.Phone, Ceiling = s.Ceiling, CeilingIsHard = s.CeilingIsHard },
            }).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Supervisor");
        (_stored, IsActive) = ((found.Form, found.Version), found.Active);
    }

    public void OnGet() => (Supervisor, Version, Active) = (_stored.Form, _stored.Version, IsActive);

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.DescribeSupervisorAsync(WorkplaceId, SupervisorId, Version, Supervisor.ToDetails(), Ct, Said.ToSaid(), Active == IsActive ? null : Active);
        return DoneHere("Ändringarna är sparade.");
    }
}
