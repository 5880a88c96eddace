using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Employer.Registration;

[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class NewModel(EmployerRegistrationService registration, Municipality municipality) : AppPage
{
    [BindProperty] public EmployerForm Employer { get; set; } = new();
    [BindProperty] public WorkplaceForm Workplace { get; set; } = new();
    [BindProperty, Required, StringLength(80)] public string DisplayName { get; set; } = "";
    [BindProperty, Required, EmailAddress, StringLength(254)] public string Email { get; set; } = "";
    [BindProperty, Required, DataType(DataType.Password)] public string Password { get; set; } = "";

    /// <summary>A field that people do not see. Whoever fills it in is a program, and is thanked for nothing.</summary>
    [BindProperty] public string? Website { get; set; }

    public Municipality Municipality { get; } = municipality;
    public int MinLength => PasswordRules.MinLength;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var workplace = Workplace.ToDetails();
        if (string.IsNullOrEmpty(Website))
            await registration.RegisterAsync(new RegisterEmployer
            {
                OrgNumber = Employer.OrgNumber,
                Employer = Employer.ToDetails(),
                Workplace = workplace.ContactEmail.Length > 0 ? workplace : workplace with { ContactEmail = Email.Trim() },
                DisplayName = DisplayName,
                Email = Email,
                Password = Password,
            }, Ct);
        return RedirectToPage("Sent");
    }
}
