using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>A page with AME's answer to one registration.</summary>
public abstract class DecisionPage(AppDb db) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    public string Name { get; private set; } = "";
    public Sector Sector { get; private set; }

    protected override async Task LoadAsync()
    {
        var employer = await db.Employers.AsNoTracking().Where(e => e.Id == Id).Select(e => new { e.Name, e.Sector }).SingleOrDefaultAsync(Ct)
            ?? throw new NotFoundException("Employer");
        (Name, Sector) = (employer.Name, employer.Sector);
    }

    public void OnGet()
    {
    }
}
