using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Colleagues;

[AllowRoles(Core.Ground.Access.Role.EmployerAdmin)]
public sealed class NewModel(AppDb db, ColleagueService colleagues, Viewer viewer) : AppPage
{
    public IReadOnlyList<SelectListItem> Employers { get; private set; } = [];

    /// <summary>None of the viewer's employers is approved, and only approved ones invite.</summary>
    public bool MustWait { get; private set; }

    [BindProperty] public Guid? EmployerId { get; set; }
    [BindProperty, Required, EmailAddress, StringLength(254)] public string? Email { get; set; }
    [BindProperty, Required, StringLength(100)] public string? DisplayName { get; set; }
    [BindProperty, Required] public Role? Role { get; set; }

    protected override async Task LoadAsync()
    {
        var own = db.RoleGrants.Where(g => g.UserId == viewer.UserId && g.Role == Core.Ground.Access.Role.EmployerAdmin).Select(g => g.EmployerId);
        var rows = await db.Employers.Where(e => own.Contains(e.Id)).OrderBy(e => e.SortKey).Select(e => new { e.Id, e.Name, e.Status }).ToListAsync(Ct);
        Employers = [.. rows.Select(e => new SelectListItem(e.Name, e.Id.ToString()))];
        MustWait = rows.All(e => e.Status != EmployerStatus.Approved);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        // With one employer there is nothing to choose.
        var employerId = Employers.Count == 1 ? Guid.Parse(Employers[0].Value) : EmployerId;
        RuleBreachException.When(employerId is null, Rule.Required, nameof(EmployerId));
        await colleagues.InviteAsync(new() { EmployerId = employerId!.Value, Email = Email!, DisplayName = DisplayName!, Role = Role!.Value }, Ct);
        return Done("Index", "Inbjudan är skickad.");
    }
}
