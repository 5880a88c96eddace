using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

public sealed class AnswerModel(Reading reading, PlacementService placements) : PlacementPage(reading)
{
    public sealed record AnswerInput
    {
        [Required(ErrorMessage = "Välj ja eller nej.")]
        public bool? Yes { get; init; }
    }

    public static readonly SelectListItem[] Answers = [new("Ja, tackar ja", "true"), new("Nej, tackar nej", "false")];

    [BindProperty] public AnswerInput Input { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Answer;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await placements.ParticipantAnsweredAsync(Id, Input.Yes!.Value, Ct);
        return DoneHere(Input.Yes.Value ? "Deltagarens ja är registrerat." : "Deltagarens nej är registrerat, och platsen är ledig.");
    }
}
