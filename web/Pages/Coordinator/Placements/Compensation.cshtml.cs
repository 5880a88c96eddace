using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>Of which months the employer has asked for the money. Also after the end of the employment.</summary>
public sealed class CompensationModel(Reading reading, RulebookService rulebook, CompensationService compensation) : PlacementPage(reading)
{
    [BindProperty] public Guid DecisionId { get; set; }
    [BindProperty] public DateOnly? Month { get; set; }

    /// <summary>When it was asked for.</summary>
    [BindProperty] public DateOnly? RequestedOn { get; set; }

    /// <summary>Which way the switch is turned; null when the button of a month was pressed.</summary>
    [BindProperty] public bool? AfHasData { get; set; }

    public IReadOnlyList<CompensationView> Decisions { get; private set; } = [];
    public RuleSet Rules { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Rules = await rulebook.ReadAsync(Ct);
        var decisions = await CompensationView.Of(Db, Db.Placements.AsNoTracking().Where(p => p.Id == Id)).ToListAsync(Ct);
        Decisions = decisions.FindAll(d => CompensationMonths.HasClock(Rules, d.Kind, d.From));
    }

    public void OnGet() => RequestedOn = Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Decisions.All(d => d.DecisionId != DecisionId))
            return NotFound();
        if (AfHasData is { } has)
        {
            await compensation.SetAfHasDataAsync(DecisionId, has, Ct);
            return Done("Compensation", has ? "Antecknat: Arbetsförmedlingen har uppgifterna redan." : "Antecknat: ersättningen ska begäras månad för månad.", new { Id });
        }
        RuleBreachException.When(Month is null, Rule.Required, nameof(Month));
        RuleBreachException.When(RequestedOn is null, Rule.Required, nameof(RequestedOn));
        await compensation.NoteAsync(new NoteCompensation { DecisionId = DecisionId, Month = Month!.Value, RequestedOn = RequestedOn!.Value }, Ct);
        return Done("Compensation", $"Antecknat: ersättning begärd för {Month.Value.ToString("MMMM yyyy", SwedishTime.Culture)}.", new { Id });
    }
}
