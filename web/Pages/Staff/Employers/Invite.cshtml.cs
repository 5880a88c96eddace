using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Colleagues;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Staff.Employers;

/// <summary>The first login of an employer that did not register by itself: by phone, from a file, a unit of the municipality.</summary>
[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class InviteModel(AppDb db, ColleagueService colleagues) : AppPage
{
    public sealed record Contact(string Name, string Email);

    [FromRoute] public Guid Id { get; set; }
    [BindProperty, Required, StringLength(100)] public string DisplayName { get; set; } = "";
    [BindProperty, Required, EmailAddress, StringLength(254)] public string Email { get; set; } = "";

    public string Name { get; private set; } = "";
    private Contact? First { get; set; }

    protected override async Task LoadAsync()
    {
        Name = await db.Employers.Where(e => e.Id == Id).Select(e => e.Name).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Employer");
        First = await db.Workplaces.Where(w => w.EmployerId == Id).OrderBy(w => w.Seq).Select(w => new Contact(w.ContactName, w.ContactEmail)).FirstOrDefaultAsync(Ct);
    }

    public void OnGet()
    {
        if (First is { } contact)
            (DisplayName, Email) = (contact.Name, contact.Email);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await colleagues.InviteFirstAsync(new() { EmployerId = Id, Email = Email, DisplayName = DisplayName, Role = Role.EmployerAdmin }, Ct);
        return Done("/Staff/Employers/Show", $"Inbjudan är skickad till {Email}.", new { Id });
    }
}
