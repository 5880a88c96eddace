using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Hosting;
using EnVagUt.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Visitor.Offers;

/// <summary>A place that nobody is found for: kept or closed by the link in the letter, without an account.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class KeepModel(OfferLinkService links, Municipality municipality) : LinkPage
{
    public LinkedOffer? Offer { get; private set; }
    public Municipality Municipality => municipality;

    [BindProperty] public bool? Keep { get; set; }

    protected override async Task LoadAsync()
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Offer = await links.ReadAsync(Key, Ct);
        IsLive = Offer is not null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Offer is not null && Keep is null, Rule.Required, nameof(Keep));
        await links.AnswerAsync(Key, Keep == true, Ct);
        return RedirectToPage("Kept", new { kvar = Keep == true ? "ja" : "nej" });
    }
}
