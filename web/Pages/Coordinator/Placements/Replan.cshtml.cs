using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Cases.Warnings;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Förläng, or other half-days, from a day on.</summary>
public sealed class ReplanModel(Reading reading, PlacementService placements, WarningService warnings) : PlacementPage(reading), IWarns
{
    public sealed record ReplanInput
    {
        [Required] public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public List<int> Cells { get; init; } = [];
        [Required] public ReplanReason? Reason { get; init; }
    }

    [BindProperty] public ReplanInput Input { get; set; } = new();
    [BindProperty] public WarningAnswer Answer { get; set; } = new();

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];
    public WeeklyPattern Pattern { get; private set; } = null!;
    public override PlacementAction? Verb => PlacementAction.Replan;
    public bool IsApprovedAnew => Case.Form.Row().Paper == Core.Law.Forms.Paper.OwnAgreement;

    private Cells ChosenCells => Core.Ground.Time.Cells.From(Input.Cells.Where(c => c is >= 0 and < Core.Ground.Time.Cells.Count));

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Pattern = await Db.Slots.AsNoTracking().Where(s => s.Id == Case.SlotId).Select(s => s.Pattern).SingleAsync(Ct);
        // What is typed decides what is warned about.
        if (HttpMethods.IsPost(Request.Method) && (Input.To is null || Input.To >= Case.From))
            Warnings = await warnings.OpenOfReplanAsync(Id, Input.To, ChosenCells, Ct);
    }

    public void OnGet() => Input = new()
    {
        From = Case.StartedOn is null ? Case.From : Case.To is { } to && to < Today ? to.AddDays(1) : Today,
        To = Case.To,
        Cells = [.. Case.Cells.Indexes],
    };

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Input.Cells.Count == 0, Rule.PatternEmpty, nameof(Input.Cells));
        await placements.ReplanAsync(Id, new Replan(Input.From!.Value, Input.To, ChosenCells, Input.Reason!.Value), Ct, Answer.ToCore());
        return DoneHere(IsApprovedAnew ? "Ändringen är sparad. Skriv nu en ny version av överenskommelsen, så att alla godkänner den." : "Ändringen är sparad.");
    }
}
