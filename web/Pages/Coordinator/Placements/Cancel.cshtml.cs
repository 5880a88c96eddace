using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class CancelModel(Reading reading, PlacementService placements) : PlacementPage(reading)
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
