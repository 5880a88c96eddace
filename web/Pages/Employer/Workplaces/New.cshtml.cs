using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Workplaces;

[AllowRoles(Role.EmployerAdmin)]
public sealed class NewModel(AppDb db, Viewer viewer, EmployerService employers) : AppPage
{
    [BindProperty] public Guid? EmployerId { get; set; }
    [BindProperty] public WorkplaceForm Workplace { get; set; } = new();

    /// <summary>Asked for only by those who speak for several.</summary>
    public IReadOnlyList<SelectListItem> Employers { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployersAs(Role.EmployerAdmin);
        var rows = await db.Employers.AsNoTracking().Where(e => mine.Contains(e.Id)).OrderBy(e => e.SortKey).Select(e => new { e.Id, e.Name }).ToListAsync(Ct);
        Employers = [.. rows.Select(e => new SelectListItem(e.Name, e.Id.ToString()))];
        if (rows.Count == 1)
            EmployerId = rows[0].Id;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var employerId = EmployerId ?? throw new RuleBreachException(Rule.Required, nameof(EmployerId));
        await employers.AddWorkplaceAsync(employerId, Workplace.ToDetails(), Ct, Workplace.ToCeiling(), Workplace.ToFirstDay());
        return Done("Index", "Arbetsplatsen är tillagd.");
    }
}
