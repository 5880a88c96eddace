using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Web.Pages.Employer.Offers;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Offers;

/// <summary>The form of a platsanmälan that staff fill in for an employer who tells them.</summary>
public abstract class StaffOfferPage(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook) : OfferFormPage(db, viewer, clock, rulebook)
{
    private readonly AppDb _db = db;

    [BindProperty] public override BehalfForm? Said { get; set; } = new();

    public Guid EmployerId { get; private set; }
    public string Employer { get; private set; } = "";

    protected override Guid[] Mine => [EmployerId];

    protected async Task LoadEmployerAsync(Guid id)
    {
        Employer = await _db.Employers.Where(e => e.Id == id).Select(e => e.Name).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Employer");
        EmployerId = id;
    }
}
