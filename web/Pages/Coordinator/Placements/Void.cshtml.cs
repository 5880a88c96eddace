using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class VoidModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public override PlacementAction? Verb => PlacementAction.Void;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.VoidAsync(Id, Ct);
        return DoneHere("Placeringen är makulerad.");
    }
}
