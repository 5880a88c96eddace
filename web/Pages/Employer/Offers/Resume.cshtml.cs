using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Offers;

[AllowRoles(Role.EmployerAdmin)]
public sealed class ResumeModel(AppDb db, Viewer viewer, OfferService offers) : OfferVerbPage(db, viewer)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await offers.PauseAsync(Id, pause: false, Ct);
        return Done("Show", "Anmälan är återupptagen.", new { Id });
    }
}
