using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Web.Access;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Whether somebody came on the first day, as the workplace has told a case worker.</summary>
public sealed class FirstDayModel(Reading reading, FirstDayQuestionService questions) : PlacementPage(reading)
{
    public static readonly SelectListItem[] Answers = [new("Ja", "true"), new("Nej, personen kom inte", "false")];

    [BindProperty, Required] public bool? Came { get; set; }
    [BindProperty] public BehalfForm Said { get; set; } = new();

    public override PlacementAction? Verb => PlacementAction.FirstDay;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await questions.RecordAsync(Id, Came!.Value, Said.ToSaid(), Ct);
        return DoneHere(Came == true ? "Antecknat: personen kom." : "Antecknat: personen kom inte. Ring i dag.");
    }
}
