using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Offers;

/// <summary>Which kind of place, in plain words; each leads to the same form, adapted.</summary>
[AllowRoles(Role.EmployerAdmin)]
public sealed class ChooseModel(AppDb db, Viewer viewer, RulebookService rulebook, TimeProvider clock) : AppPage
{
    public RulesOfDay Rules { get; private set; } = null!;

    public IReadOnlyList<OfferKindChoice> Kinds { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployersAs(Role.EmployerAdmin);
        var own = await db.Employers.AnyAsync(e => mine.Contains(e.Id) && e.Sector == Sector.OwnMunicipality, Ct);
        Rules = await rulebook.OnAsync(clock.Today(), Ct);
        Kinds = [.. OfferKindChoice.All.Where(k => k.IsOffered(Rules, own))];
    }

    public void OnGet()
    {
    }
}
