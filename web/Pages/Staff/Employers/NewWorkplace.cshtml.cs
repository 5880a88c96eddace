using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>One more workplace of an employer who tells it on the telephone.</summary>
[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class NewWorkplaceModel(AppDb db, EmployerService employers) : DecisionPage(db)
{
    [BindProperty] public WorkplaceForm Workplace { get; set; } = new();
    [BindProperty] public BehalfForm Said { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await employers.AddWorkplaceAsync(Id, Workplace.ToDetails(), Ct, Workplace.ToCeiling(), Workplace.ToFirstDay(), Said.ToSaid());
        return Done("Show", "Arbetsplatsen är tillagd.", new { Id });
    }
}
