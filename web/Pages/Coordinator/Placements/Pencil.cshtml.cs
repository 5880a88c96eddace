using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class PencilModel(Reading reading, PlacementService placements, WarningService warnings) : PlacementPage(reading), IWarns
{
    public override PlacementAction? Verb => PlacementAction.Pencil;

    [BindProperty] public WarningAnswer Answer { get; set; } = new();
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <summary>The last day that the slot is held.</summary>
    public DateOnly HeldThrough { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        HeldThrough = await placements.PencilHoldsThroughAsync(Ct);
        if (ShowsForm)
            Warnings = await warnings.OpenBeforeBookingAsync(Id, Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.PencilAsync(Id, Ct, Answer.ToCore());
        return DoneHere($"Platsen är preliminärbokad till och med {HeldThrough.Written()}.");
    }
}
