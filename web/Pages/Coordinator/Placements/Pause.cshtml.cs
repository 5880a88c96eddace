using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class PauseModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record PauseInput
    {
        [Required] public DateOnly? From { get; init; }
        [Required] public DateOnly? To { get; init; }
        [Required] public PauseReason? Reason { get; init; }
        public bool FreesSlot { get; init; }
    }

    [BindProperty] public PauseInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Pause;

    public void OnGet() => Input = new() { From = Today };

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.PauseAsync(Id, new PausePlacement(Input.From!.Value, Input.To!.Value, Input.Reason!.Value, Input.FreesSlot), Ct);
        return DoneHere("Uppehållet är registrerat.");
    }
}
