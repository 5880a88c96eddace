using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class NewPasswordModel(LoginTokens tokens, AccountService accounts) : LinkPage, INewPassword
{
    [BindProperty, Required, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Password { get; set; }
    [BindProperty, Required, DataType(DataType.Password), StringLength(INewPassword.MostTyped)] public string? Repeat { get; set; }

    protected override async Task LoadAsync() => IsLive = await tokens.FindAsync(Key, LoginPurpose.NewPassword, Ct) is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        this.EnsureEqual();
        await accounts.SetNewPasswordAsync(Key ?? "", Password!, Ct);
        return Done("SignIn", "Lösenordet är ändrat. Logga in med det nya.");
    }
}
