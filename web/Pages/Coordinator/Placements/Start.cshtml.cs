using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class StartModel(Reading reading, PlacementService placements, WarningService warnings) : PlacementPage(reading), IWarns
{
    public sealed record StartInput
    {
        [Required] public DateOnly? On { get; init; }
    }

    [BindProperty] public StartInput Input { get; set; } = new();

    [BindProperty] public WarningAnswer Answer { get; set; } = new();
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public override PlacementAction? Verb => PlacementAction.Start;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (ShowsForm)
            Warnings = await warnings.OpenBeforeStartAsync(Id, Input.On ?? StartDay, Ct);
    }

    public void OnGet() => Input = new() { On = Case.From < Today ? Case.From : Today };

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.StartAsync(Id, Input.On!.Value, Ct, Answer.ToCore());
        return DoneHere("Starten är bekräftad.");
    }
}
