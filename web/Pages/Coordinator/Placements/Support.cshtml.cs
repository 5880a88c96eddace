using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class SupportModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record SupportInput
    {
        [Required] public Lonestod? Kind { get; init; }
        [Required] public DateOnly? From { get; init; }
        [Required] public DateOnly? To { get; init; }
        [Required] public DateOnly? DecidedOn { get; init; }
        [Required, StringLength(60)] public string? Reference { get; init; }
        [Range(0, 100)] public int? SharePercent { get; init; }
        public bool AfHasData { get; init; }
    }

    [BindProperty] public SupportInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Support;

    /// <summary>The abolished ones too: a decision from their time may be recorded late.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. SupportRegistry.All.OrderBy(s => s.LastNewDay is not null).Select(s => new SelectListItem(s.Kind.Label(), s.Kind.ToString()))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.RecordSupportAsync(Id, new SupportDetails
        {
            Kind = Input.Kind!.Value,
            From = Input.From!.Value,
            To = Input.To!.Value,
            DecidedOn = Input.DecidedOn!.Value,
            Reference = Input.Reference!,
            SharePercent = Input.SharePercent,
            AfHasData = Input.AfHasData,
        }, Ct);
        return DoneHere("Stödbeslutet är registrerat.");
    }
}
