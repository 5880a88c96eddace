using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Employer.Registration;

/// <summary>The same whether the address was new or had an account already.</summary>
[AllowAnonymous]
public sealed class SentModel : AppPage
{
    public void OnGet()
    {
    }
}
