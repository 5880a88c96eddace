using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Employers;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class NewModel(EmployerRegistrationService registration) : AppPage
{
    [BindProperty] public EmployerForm Employer { get; set; } = new();
    [BindProperty] public WorkplaceForm Workplace { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await registration.RegisterByPhoneAsync(new RegisterByPhone
        {
            OrgNumber = Employer.OrgNumber,
            Employer = Employer.ToDetails(),
            Workplace = Workplace.ToDetails(),
        }, Ct);
        return Done("Show", "Arbetsgivaren är registrerad och godkänd.", new { id });
    }
}
