using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn)]
public sealed class ForgottenModel(AccountService accounts) : AppPage
{
    [BindProperty, Required, EmailAddress, StringLength(254)] public string? Email { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.ForgotPasswordAsync(Email!, Ct);
        return Done("SignIn", "Finns det ett konto med den adressen har vi skickat en länk dit. Den gäller i en timme.");
    }
}
