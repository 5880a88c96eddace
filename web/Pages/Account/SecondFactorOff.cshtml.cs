using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

/// <summary>An employer does without; staff, who may not, change to another telephone and are led straight to setting it up.</summary>
[Authorize, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondFactorOffModel(SecondFactorSetup setup, UserManager<User> users, Viewer viewer) : SecondFactorPage(users, viewer)
{
    [BindProperty, Required, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await setup.TurnOffAsync(Account, Password!, Ct);
        return IsRequired
            ? Done("SecondFactor", "Den gamla appen är bortkopplad. Ställ in den nya här.")
            : Done("Index", "Tvåstegsverifieringen är avstängd.");
    }
}
