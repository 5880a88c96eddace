using EnVagUt.Core.Cases.Compensation;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Compensation;

/// <summary>
/// Of which months the employer has asked for the money. The money may be asked for longer than the person's name may be
/// seen (docs/model.md, What the workplace sees), so an employment that ended long ago is named by its place alone.
/// </summary>
[AllowRoles(Role.EmployerAdmin)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, CompensationService compensation) : AppPage
{
    private const int Most = 100;

    [BindProperty] public Guid DecisionId { get; set; }
    [BindProperty] public DateOnly? Month { get; set; }
    [BindProperty] public DateOnly? RequestedOn { get; set; }

    public IReadOnlyList<CompensationView> Rows { get; private set; } = [];
    public RuleSet Rules { get; private set; } = null!;
    public DateOnly Today => clock.Today();

    protected override async Task LoadAsync()
    {
        Rules = await rulebook.ReadAsync(Ct);
        var (mine, oldestEnd) = (viewer.EmployersAs(Role.EmployerAdmin), Today.AddDays(-EmployerView.DaysAfterEnd));
        var own = db.Placements.AsNoTracking().Where(p => mine.Contains(p.EmployerId));
        var rows = await CompensationView.Of(db, CompensationView.StillClaimable(db, own, Rules, Today).OrderBy(p => p.SortKey).Take(Most), oldestEnd).ToListAsync(Ct);
        Rows = rows.FindAll(r => CompensationMonths.HasClock(Rules, r.Kind, r.From));
    }

    public void OnGet() => RequestedOn = Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Rows.All(r => r.DecisionId != DecisionId))
            return NotFound();
        RuleBreachException.When(Month is null, Rule.Required, nameof(Month));
        RuleBreachException.When(RequestedOn is null, Rule.Required, nameof(RequestedOn));
        await compensation.NoteAsync(new NoteCompensation { DecisionId = DecisionId, Month = Month!.Value, RequestedOn = RequestedOn!.Value }, Ct);
        return Done("Index", $"Antecknat: ersättning begärd för {Month.Value.ToString("MMMM yyyy", SwedishTime.Culture)}.");
    }
}
