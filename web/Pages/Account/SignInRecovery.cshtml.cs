using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

/// <summary>The second step without the telephone: one of the ten codes, each good for once.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn), ResponseCache(NoStore = true)]
public sealed class SignInRecoveryModel(PortalSignIn signIn) : AppPage
{
    [BindProperty(SupportsGet = true, Name = IdentitySetup.ReturnParameter)] public string? ReturnTo { get; set; }
    [BindProperty, Required, StringLength(20)] public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.AwaitsCodeAsync() ? Page() : RedirectToPage("SignIn", this.ReturnValues(ReturnTo));

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(!await signIn.WithRecoveryCodeAsync(Code!, Ct), Rule.RecoveryCodeWrong, nameof(Code));
        return LocalRedirect(this.SafeReturn(ReturnTo));
    }
}
