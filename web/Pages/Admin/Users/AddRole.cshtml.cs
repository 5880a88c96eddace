using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Admin.Users;

[AllowRoles(Core.Ground.Access.Role.Administrator)]
public sealed class AddRoleModel(AppDb db, UserService users) : AppPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty, Required] public Role? Role { get; set; }
    [BindProperty] public Verksamhetsgren? Gren { get; set; }
    [BindProperty] public bool ProtectedIdentities { get; set; }

    public string Name { get; private set; } = "";

    protected override async Task LoadAsync() =>
        Name = await db.Users.Where(u => u.Id == Id).Select(u => u.DisplayName).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(User));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var invited = await users.GrantAsync(Id, new StaffRole(Role!.Value, Gren, ProtectedIdentities), Ct);
        return Done("Show", invited
            ? "Rollen är tillagd. Adressen var inte bekräftad, så personen har fått en inbjudan och väljer ett nytt lösenord."
            : "Rollen är tillagd.", new { Id });
    }
}
