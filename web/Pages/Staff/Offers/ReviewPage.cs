using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Offers;

/// <summary>A page with AME's answer to one platsanmälan.</summary>
public abstract class ReviewPage(AppDb db) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    public string Title { get; private set; } = "";

    protected override async Task LoadAsync() =>
        Title = await db.Offers.AsNoTracking().Where(o => o.Id == Id && o.Status != OfferStatus.Draft).Select(o => o.Title)
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Offer");

    public void OnGet()
    {
    }
}
