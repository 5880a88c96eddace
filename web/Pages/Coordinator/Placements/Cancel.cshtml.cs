using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class CancelModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, PlacementService placements)
    : PlacementPage(db, viewer, readLog, clock)
{
    public sealed record CancelInput
    {
        [Required] public NotHeldReason? Reason { get; init; }
    }

    [BindProperty] public CancelInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Cancel;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.CancelAsync(Id, Input.Reason!.Value, Ct);
        return DoneHere("Platsen är släppt.");
    }
}
