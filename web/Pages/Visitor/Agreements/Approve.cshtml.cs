using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Hosting;
using EnVagUt.Web.Pages.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Visitor.Agreements;

/// <summary>Where a personal link leads: the agreement's text and one button.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class ApproveModel(ApprovalLinkService links, Municipality municipality) : LinkPage
{
    /// <summary>Null when the link does not hold, whatever the reason.</summary>
    public LinkedAgreement? Linked { get; private set; }

    public string Contact => municipality.Contact;

    /// <summary>The guardian, or who speaks for the workplace.</summary>
    [BindProperty, StringLength(200)] public string? GivenBy { get; set; }

    protected override async Task LoadAsync()
    {
        Linked = await links.ReadAsync(Key, Ct);
        IsLive = Linked is not null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await links.ApproveAsync(Key, GivenBy, Ct);
        return RedirectToPage("Approved");
    }
}
