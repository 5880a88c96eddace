using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Account;

/// <summary>Shows the ten codes once: they are carried here encrypted by the redirect, and are gone when read.</summary>
[Authorize]
public sealed class SecondFactorCodesModel(UserManager<User> users, Viewer viewer) : SecondFactorPage(users, viewer)
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Continue => this.SafeReturn(ReturnTo);

    [BindProperty(SupportsGet = true, Name = IdentitySetup.ReturnParameter)] public string? ReturnTo { get; set; }

    public IActionResult OnGet()
    {
        if (TempData[CodesKey] is not string codes)
            return RedirectToPage("SecondFactor");
        Codes = codes.Split(' ');
        return Page();
    }
}
