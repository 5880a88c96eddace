using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(RateLimits.SignIn), ResponseCache(NoStore = true)]
public sealed class SignInModel(PortalSignIn signIn) : AppPage
{
    [BindProperty(SupportsGet = true, Name = IdentitySetup.ReturnParameter)] public string? ReturnTo { get; set; }
    [BindProperty, Required, EmailAddress, StringLength(254)] public string? Email { get; set; }
    [BindProperty, Required, DataType(DataType.Password), StringLength(PasswordRules.MaxLength)] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync() =>
        await signIn.WithPasswordAsync(Email!, Password!, Ct) switch
        {
            SignInAnswer.SignedIn => LocalRedirect(this.SafeReturn(ReturnTo)),
            SignInAnswer.CodeNeeded => RedirectToPage("SignInCode", this.ReturnValues(ReturnTo)),
            SignInAnswer.EmailNotConfirmed => throw new RuleBreachException(Rule.EmailNotConfirmed),
            _ => throw new RuleBreachException(Rule.SignInRefused),
        };
}
