using EnVagUt.Core.Access;
using EnVagUt.Core.Data;
using EnVagUt.Core.Forms;
using EnVagUt.Core.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class RequestModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, PlacementService placements)
    : PlacementPage(db, viewer, readLog, clock)
{
    public override PlacementAction? Verb => PlacementAction.Request;

    public bool HoldsSlot => Case.Form.Row().Filling != Filling.ProposeCandidate;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.RequestAsync(Id, Ct);
        return DoneHere("Förfrågan är skickad till arbetsplatsen.");
    }
}
