using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class PaperModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record PaperInput
    {
        [Required] public DateOnly? DoneOn { get; init; }
        [Required, StringLength(200)] public string? SeenBy { get; init; }
        [StringLength(200)] public string? Reference { get; init; }
    }

    [BindProperty] public PaperInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Paper;

    public bool IsOwn => Case.Form.Row().Paper == EnVagUt.Core.Law.Forms.Paper.OwnAgreement;

    public bool IsEmployment => Case.Form == Form.Employment;

    public void OnGet() => Input = new() { DoneOn = Today, SeenBy = Case.Coordinator };

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.RecordPaperAsync(Id, new RecordPaper(Input.DoneOn!.Value, Input.SeenBy!, Input.Reference), Ct);
        return DoneHere(IsOwn ? "Överenskommelsen är registrerad." : IsEmployment ? "Anställningsavtalet är registrerat." : "Handlingen är registrerad.");
    }
}
