using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class EndModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record EndInput
    {
        [Required] public DateOnly? On { get; init; }
        [Required] public ExitReason? Reason { get; init; }
        [Required] public InterruptedBy? InterruptedBy { get; init; }
    }

    [BindProperty] public EndInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.End;

    public void OnGet() => Input = new() { On = Case.To < Today ? Case.To : Today };

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.EndAsync(Id, new EndPlacement(Input.On!.Value, Input.Reason!.Value, Input.InterruptedBy!.Value), Ct);
        return DoneHere("Slutet är registrerat. Ta reda på hur det gick sedan.");
    }
}
