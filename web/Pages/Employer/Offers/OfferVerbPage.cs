using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Offers;

/// <summary>A page with one button about one of the employer's own offers.</summary>
public abstract class OfferVerbPage(AppDb db, Viewer viewer) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    public string Title { get; private set; } = "";

    protected override async Task LoadAsync()
    {
        var mine = viewer.EmployersAs(Role.EmployerAdmin);
        Title = await db.Offers.AsNoTracking().Where(o => o.Id == Id && mine.Contains(o.EmployerId)).Select(o => o.Title)
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Offer");
    }

    public void OnGet()
    {
    }
}
