using EnVagUt.Core.Ground.Settings;
using EnVagUt.Web.Forms;
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
