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

/// <summary>Sets the authenticator up. Opening the page saves nothing: the key offered travels sealed in the form.</summary>
[Authorize, EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondFactorModel(SecondFactorSetup setup, UserManager<User> users, Viewer viewer) : SecondFactorPage(users, viewer)
{
    public OfferedKey? Offered { get; private set; }
    public int CodesLeft { get; private set; }

    [BindProperty(SupportsGet = true, Name = IdentitySetup.ReturnParameter)] public string? ReturnTo { get; set; }
    [BindProperty, StringLength(1000)] public string? Sealed { get; set; }
    [BindProperty, Required, StringLength(20)] public string? Code { get; set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (IsOn)
            CodesLeft = await Users.CountRecoveryCodesAsync(Account);
        else
            Offered = setup.Offer(Account, Sealed);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync() =>
        ShowOnce(await setup.TurnOnAsync(Account, Sealed, Code!, Ct), ReturnTo);
}
