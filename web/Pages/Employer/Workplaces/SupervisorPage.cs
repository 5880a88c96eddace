using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Workplaces;

/// <summary>A page about one supervisor at one of the employer's own workplaces.</summary>
public abstract class SupervisorPage(AppDb db, Viewer viewer) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid SupervisorId { get; set; }
    public string Workplace { get; private set; } = "";
    public bool Active { get; private set; }
    protected SupervisorForm Stored { get; private set; } = new();
    protected Guid StoredVersion { get; private set; }

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployersAs(Role.EmployerAdmin);
        var found = await db.Workplaces.AsNoTracking().Where(w => w.Id == Id && mine.Contains(w.EmployerId))
            .Join(db.Supervisors.Where(s => s.Id == SupervisorId), w => w.Id, s => s.WorkplaceId, (w, s) => new
            {
                w.Name,
                w.Version,
                Active = s.DeactivatedAt == null,
                Form = new SupervisorForm { Name = s.Name, Email = s.Email, Phone = s.Phone, Ceiling = s.Ceiling, CeilingIsHard = s.CeilingIsHard },
            }).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Supervisor");
        (Workplace, Active, Stored, StoredVersion) = (found.Name, found.Active, found.Form, found.Version);
    }
}
