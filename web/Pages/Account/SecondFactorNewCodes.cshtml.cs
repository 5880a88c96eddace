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

[Authorize, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondFactorNewCodesModel(SecondFactorSetup setup, UserManager<User> users, Viewer viewer) : SecondFactorPage(users, viewer)
{
    [BindProperty, Required, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync() => ShowOnce(await setup.NewCodesAsync(Account, Password!, Ct), null);
}
