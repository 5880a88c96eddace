using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Requests;

[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor)]
public sealed class NoModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog, EmployerAnswerService answers)
    : RequestPage(db, viewer, clock, readLog)
{
    [BindProperty, Required] public NoCode? Code { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await answers.AnswerAsync(Id, yes: false, Code, Ct);
        return Done("Index", "Tack för svaret. Ni har tackat nej, och platsen är ledig igen.");
    }
}
