using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Offers;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager)]
public sealed class PublishModel(AppDb db, OfferReviewService review) : ReviewPage(db)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await review.PublishAsync(Id, Ct);
        return Done("Queue", $"”{Title}” är publicerad.");
    }
}
