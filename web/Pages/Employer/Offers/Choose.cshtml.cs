using EnVagUt.Core.Access;
using EnVagUt.Web.Access;
using EnVagUt.Web.Forms;

namespace EnVagUt.Web.Pages.Employer.Offers;

/// <summary>Which kind of place, in plain words; each leads to the same form, adapted.</summary>
[AllowRoles(Role.EmployerAdmin)]
public sealed class ChooseModel : AppPage
{
    public void OnGet()
    {
    }
}
