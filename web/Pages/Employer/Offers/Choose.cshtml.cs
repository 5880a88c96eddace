using EnVagUt.Core.Access;
using EnVagUt.Core.Rulebook;
using EnVagUt.Core.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Forms;

namespace EnVagUt.Web.Pages.Employer.Offers;

/// <summary>Which kind of place, in plain words; each leads to the same form, adapted.</summary>
[AllowRoles(Role.EmployerAdmin)]
public sealed class ChooseModel(RulebookService rulebook, TimeProvider clock) : AppPage
{
    public RulesOfDay Rules { get; private set; } = null!;

    protected override async Task LoadAsync() => Rules = await rulebook.OnAsync(clock.Today(), Ct);

    public void OnGet()
    {
    }
}
