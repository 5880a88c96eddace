using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Requests;

/// <summary>The employer names or changes the handledare of somebody who is there or on the way.</summary>
[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor)]
public sealed class SuperviseModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog, SupervisionService supervision)
    : RequestPage(db, viewer, clock, readLog)
{
    private readonly TimeProvider _clock = clock;

    [BindProperty] public SuperviseForm Input { get; set; } = new();

    public void OnGet() => Input = new() { From = Placement.StartedOn is null ? Placement.From : _clock.Today() };

    public async Task<IActionResult> OnPostAsync()
    {
        await supervision.ChangeAsync(Id, Input.ToChosen(), Input.From!.Value, said: null, Ct);
        return Done("Show", "Handledaren är sparad.", new { Id });
    }
}
