using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Workplaces;

[AllowRoles(Role.EmployerAdmin)]
public sealed class SupervisorLeftModel(AppDb db, Viewer viewer, EmployerService employers) : SupervisorPage(db, viewer)
{
    /// <summary>Whether the person is to be a supervisor from now on.</summary>
    [BindProperty(Name = "Active")] public bool Becomes { get; set; }

    public string Name => Stored.Name;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.SetSupervisorActiveAsync(Id, SupervisorId, Becomes, Ct);
        return Done("Index", Becomes ? $"{Name} är handledare igen." : $"{Name} är inte längre handledare.");
    }
}
