using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Offers;

/// <summary>Which kind of place an employer offers, when staff write it down.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager)]
public sealed class ChooseModel(AppDb db, RulebookService rulebook, TimeProvider clock) : AppPage
{
    [FromRoute] public Guid Id { get; set; }

    public string Employer { get; private set; } = "";
    public RulesOfDay Rules { get; private set; } = null!;
    public IReadOnlyList<OfferKindChoice> Kinds { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var employer = await db.Employers.Where(e => e.Id == Id).Select(e => new { e.Name, e.Sector }).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Employer");
        Employer = employer.Name;
        Rules = await rulebook.OnAsync(clock.Today(), Ct);
        Kinds = [.. OfferKindChoice.All.Where(k => k.IsOffered(Rules, employer.Sector == Sector.OwnMunicipality))];
    }

    public void OnGet()
    {
    }
}
