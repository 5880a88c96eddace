using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Visitor;

/// <summary>
/// Lönestödskalkyl, for employers and managers before an employment. All of it stands in the address, so it can be saved
/// and sent on; nothing in it is about a person, and nothing is stored.
/// </summary>
[AllowAnonymous]
public sealed class WageCalculatorModel(RulebookService rulebook, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "stod")] public Lonestod? Kind { get; set; }
    [BindProperty(SupportsGet = true, Name = "lon"), Range(1, 200_000)] public int? Wage { get; set; }
    [BindProperty(SupportsGet = true, Name = "omfattning"), Range(1, 100)] public int? ExtentPercent { get; set; }
    [BindProperty(SupportsGet = true, Name = "avgift"), Range(typeof(decimal), "0", "100")] public decimal? FeePercent { get; set; }
    [BindProperty(SupportsGet = true, Name = "andel"), Range(1, 100)] public int? SharePercent { get; set; }
    [BindProperty(SupportsGet = true, Name = "borta")] public Absence? Absence { get; set; }
    [BindProperty(SupportsGet = true, Name = "start")] public DateOnly? Start { get; set; }

    public WageCalculation? Calculation { get; private set; }
    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>The spans of absence, with the months that the rules of the start day name.</summary>
    public IReadOnlyList<SelectListItem> Absences { get; private set; } = [];

    /// <summary>How the rules of the start day write the fees, when none are typed.</summary>
    public string UsualFee { get; private set; } = "";

    protected override async Task LoadAsync()
    {
        var rules = await rulebook.OnAsync(Start ?? clock.Today(), Ct);
        Kinds = [.. SupportRegistry.On(clock.Today()).Select(k => new SelectListItem(k.Label(), k.ToString()))];
        var (longer, longest) = (Months(rules, Limit.AbsenceLongMonths), Months(rules, Limit.AbsenceLongestMonths));
        Absences =
        [
            new($"Mindre än {longer} månader", nameof(Core.Law.Supports.Absence.Shorter)),
            new($"{longer}–{longest} månader", nameof(Core.Law.Supports.Absence.Longer)),
            new($"Mer än {longest} månader, eller nyanländ", nameof(Core.Law.Supports.Absence.Longest)),
        ];
        UsualFee = (rules.Number(Limit.EmployerFeeHundredths) / 100m).InPercent();
    }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!ModelState.IsValid)
            return Refused();
        if (Kind is null && Wage is null)
            return Page();
        RuleBreachException.When(Kind is null, Rule.Required, "stod");
        RuleBreachException.When(Wage is null, Rule.Required, "lon");
        Calculation = WageCalculation.Of(await rulebook.ReadAsync(Ct), new WageQuestion(Kind!.Value, Wage!.Value, ExtentPercent ?? 100, Start ?? clock.Today())
        {
            FeePercent = FeePercent,
            SharePercent = SharePercent,
            Absence = Absence ?? Core.Law.Supports.Absence.Shorter,
        });
        return Page();
    }

    private static int Months(RulesOfDay rules, Limit limit) => rules.Number(nameof(Lonestod.Nystartsjobb), limit) ?? 0;
}
