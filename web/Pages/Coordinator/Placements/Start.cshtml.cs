using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class StartModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, PlacementService placements)
    : PlacementPage(db, viewer, readLog, clock)
{
    public sealed record StartInput
    {
        [Required] public DateOnly? On { get; init; }
    }

    [BindProperty] public StartInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Start;

    public void OnGet() => Input = new() { On = Case.From < Today ? Case.From : Today };

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.StartAsync(Id, Input.On!.Value, Ct);
        return DoneHere("Starten är bekräftad.");
    }
}
