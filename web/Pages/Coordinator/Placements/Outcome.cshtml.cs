using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class OutcomeModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record OutcomeInput
    {
        [Required] public Outcome? Outcome { get; init; }
        [Required] public DateOnly? On { get; init; }
    }

    [BindProperty] public OutcomeInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Outcome;

    public void OnGet() => Input = new() { On = Today };

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.RecordOutcomeAsync(Id, Input.Outcome!.Value, Input.On!.Value, Ct);
        return DoneHere("Resultatet är registrerat.");
    }
}
