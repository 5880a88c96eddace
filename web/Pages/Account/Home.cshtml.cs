using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Account;

/// <summary>Leads whoever has just signed in to where their work is; staff without a second factor to setting one up.</summary>
[Authorize]
public sealed class HomeModel(Viewer viewer) : AppPage
{
    public IActionResult OnGet()
    {
        var lacksSecondFactor = !SecondFactor.WasUsed(User)
            && HttpContext.Features.Get<SessionAccount>()?.Grants.Any(g => g.Role.IsStaff()) == true;
        var menu = Menu.For(viewer);
        return LocalRedirect(lacksSecondFactor ? AccountPaths.SecondFactor : menu.Count > 0 ? menu[0].Route : "/konto");
    }
}
