using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Offers;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager)]
public sealed class ReturnModel(AppDb db, OfferReviewService review) : ReviewPage(db)
{
    [BindProperty, Required, StringLength(1000)] public string Because { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        await review.ReturnAsync(Id, Because, Ct);
        return Done("Queue", $"”{Title}” är skickad tillbaka för komplettering.");
    }
}
