using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

[Authorize, EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(AccountService accounts, PortalSignIn signIn, Viewer viewer) : AppPage, INewPassword
{
    [BindProperty, Required, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Current { get; set; }
    [BindProperty, Required, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Password { get; set; }
    [BindProperty, Required, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Repeat { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        this.EnsureEqual();
        await accounts.ChangePasswordAsync(Current!, Password!, Ct);
        await signIn.RefreshAsync(viewer.UserId!.Value);
        return Done("Index", "Lösenordet är ändrat.");
    }
}
