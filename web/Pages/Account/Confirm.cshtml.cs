using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class ConfirmModel(LoginTokens tokens, AccountService accounts, PortalSignIn signIn) : LinkPage
{
    [BindProperty, Required, DataType(DataType.Password), StringLength(PasswordRules.MaxLength)] public string? Password { get; set; }

    protected override async Task LoadAsync() => IsLive = await tokens.FindAsync(Key, LoginPurpose.ConfirmEmail, Ct) is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        var email = await accounts.ConfirmEmailAsync(Key ?? "", Password!, Ct);
        return await signIn.WithPasswordAsync(email, Password!, Ct) == SignInAnswer.SignedIn
            ? Done("Home", "Adressen är bekräftad och du är inloggad.")
            : Done("SignIn", "Adressen är bekräftad. Nu kan du logga in.");
    }
}
