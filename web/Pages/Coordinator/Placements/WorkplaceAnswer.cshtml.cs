using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>What a workplace has said on the telephone, in person or on paper: yes, no, or vi vill träffas först.</summary>
public sealed class WorkplaceAnswerModel(Reading reading, EmployerAnswerService answers) : PlacementPage(reading)
{
    public sealed record AnswerInput
    {
        [Required] public AnswerKind? Kind { get; init; }
        public NoCode? Code { get; init; }
        [StringLength(80)] public string? Supervisor { get; init; }
    }

    public static readonly SelectListItem[] Answers =
        [new("Ja, tackar ja", nameof(AnswerKind.Yes)), new("Nej, tackar nej", nameof(AnswerKind.No)), new("Vill träffas först", nameof(AnswerKind.MeetFirst))];

    [BindProperty] public AnswerInput Input { get; set; } = new();
    [BindProperty] public BehalfForm Said { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.Accept;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var kind = Input.Kind!.Value;
        await answers.AnswerAsync(Id, new EmployerAnswer(kind, kind == AnswerKind.No ? Input.Code : null, Said.ToSaid(), new ChosenSupervisor(Name: Input.Supervisor)), Ct);
        return DoneHere(kind switch
        {
            AnswerKind.Yes => "Arbetsplatsens ja är registrerat.",
            AnswerKind.No => "Arbetsplatsens nej är registrerat, och platsen är ledig.",
            _ => "Arbetsplatsen vill träffas först. Kom överens om en tid och registrera svaret efter mötet.",
        });
    }
}
