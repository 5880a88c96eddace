using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class EndPauseModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, PlacementService placements)
    : PlacementPage(db, viewer, readLog, clock)
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
