using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class ReleaseModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record ReleaseInput
    {
        [DataType(DataType.MultilineText), StringLength(1000)]
        public string? Needs { get; init; }
    }

    [BindProperty] public ReleaseInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Release;

    public ReleasedFacts Preview { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Preview = await placements.PreviewAsync(Id, Input.Needs, Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.ReleaseAsync(Id, Input.Needs, Ct);
        return DoneHere("Uppgifterna är delade. Arbetsplatsen ser dem när du har frågat den.");
    }
}
