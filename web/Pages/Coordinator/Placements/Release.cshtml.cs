using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class ReleaseModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, PlacementService placements)
    : PlacementPage(db, viewer, readLog, clock)
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
