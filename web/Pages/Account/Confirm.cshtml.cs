using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class ConfirmModel(LoginTokens tokens, AccountService accounts) : LinkPage
{
    protected override async Task LoadAsync() => IsLive = await tokens.FindAsync(Key, LoginPurpose.ConfirmEmail, Ct) is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.ConfirmEmailAsync(Key ?? "", Ct);
        return Done("SignIn", "Adressen är bekräftad. Nu kan du logga in.");
    }
}
