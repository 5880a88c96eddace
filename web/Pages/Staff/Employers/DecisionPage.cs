using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>A page with AME's answer to one registration.</summary>
public abstract class DecisionPage(AppDb db) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    public string Name { get; private set; } = "";

    protected override async Task LoadAsync() =>
        Name = await db.Employers.AsNoTracking().Where(e => e.Id == Id).Select(e => e.Name).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Employer");

    public void OnGet()
    {
    }
}
