using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Offers;

[AllowRoles(Role.EmployerAdmin)]
public sealed class PauseModel(AppDb db, Viewer viewer, OfferService offers) : OfferVerbPage(db, viewer)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await offers.PauseAsync(Id, pause: true, Ct);
        return Done("Show", "Anmälan är pausad.", new { Id });
    }
}
