using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Visitor.Offers;

[AllowAnonymous]
public sealed class KeptModel(Municipality municipality) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "kvar")] public string? Answer { get; set; }

    public string Contact => municipality.Contact;

    public void OnGet()
    {
    }
}
