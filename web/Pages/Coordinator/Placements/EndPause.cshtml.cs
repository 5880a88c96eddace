using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class EndPauseModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record EndPauseInput
    {
        [Required] public DateOnly? Last { get; init; }
    }

    [BindProperty] public EndPauseInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.EndPause;

    public void OnGet() => Input = new() { Last = Case.Pause.To };

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.EndPauseAsync(Id, Input.Last!.Value, Ct);
        return DoneHere("Uppehållets sista dag är ändrad.");
    }
}
