using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Account;

/// <summary>
/// A page that a link in a letter leads to. Opening it changes nothing (mail filters open links too); its one button
/// does. The whole portal answers with Referrer-Policy: no-referrer, so the key stays here.
/// </summary>
[ResponseCache(NoStore = true)]
public abstract class LinkPage : AppPage
{
    [BindProperty(SupportsGet = true, Name = "nyckel")] public string? Key { get; set; }

    public bool IsLive { get; protected set; }

    public void OnGet()
    {
    }
}
