using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignOutModel(PortalSignIn signIn) : AppPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Done("SignIn", "Du är utloggad.");
    }
}
