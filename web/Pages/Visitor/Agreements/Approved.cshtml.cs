using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Visitor.Agreements;

[AllowAnonymous]
public sealed class ApprovedModel(Municipality municipality) : AppPage
{
    public string Contact => municipality.Contact;

    public void OnGet()
    {
    }
}
