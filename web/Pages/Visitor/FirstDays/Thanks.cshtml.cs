using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Visitor.FirstDays;

[AllowAnonymous]
public sealed class ThanksModel(Municipality municipality) : AppPage
{
    public string Contact => municipality.Contact;

    public void OnGet()
    {
    }
}
