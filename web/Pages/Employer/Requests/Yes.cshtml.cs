using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Requests;

[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor)]
public sealed class YesModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog, EmployerAnswerService answers)
    : RequestPage(db, viewer, clock, readLog)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await answers.AnswerAsync(Id, EmployerAnswer.Yes with { Supervisor = new ChosenSupervisor(string.IsNullOrWhiteSpace(Supervisor) ? SupervisorId : null, Supervisor) }, Ct);
        return Done("Show", "Tack! Ni har tackat ja.", new { Id });
    }
}
