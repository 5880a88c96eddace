using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class RequestModel(Reading reading, PlacementService placements, WarningService warnings) : PlacementPage(reading), IWarns
{
    public override PlacementAction? Verb => PlacementAction.Request;

    [BindProperty] public WarningAnswer Answer { get; set; } = new();
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (HoldsSlot && ShowsForm)
            Warnings = await warnings.OpenBeforeBookingAsync(Id, Ct);
    }

    public bool HoldsSlot => Case.Form.Row().Filling != Filling.ProposeCandidate;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.RequestAsync(Id, Ct, Answer.ToCore());
        return DoneHere("Förfrågan är skickad till arbetsplatsen.");
    }
}
