using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class PencilModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, PlacementService placements)
    : PlacementPage(db, viewer, readLog, clock)
{
    public override PlacementAction? Verb => PlacementAction.Pencil;

    /// <summary>The last day that the slot is held.</summary>
    public DateOnly HeldThrough => Today.AddWorkingDays(PlacementService.PencilWorkingDays);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.PencilAsync(Id, Ct);
        return DoneHere($"Platsen är preliminärbokad till och med {HeldThrough.Written()}.");
    }
}
