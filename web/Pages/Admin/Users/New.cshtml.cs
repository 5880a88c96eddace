using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Admin.Users;

[AllowRoles(Role.Administrator)]
public sealed class NewModel(UserService users) : AppPage
{
    [BindProperty, Required, EmailAddress, StringLength(254)] public string? Email { get; set; }
    [BindProperty, Required, StringLength(100)] public string? DisplayName { get; set; }
    [BindProperty] public List<Role> Granted { get; set; } = [];
    [BindProperty] public List<Verksamhetsgren> Grenar { get; set; } = [];
    [BindProperty] public bool ProtectedIdentities { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        RuleBreachException.When(Granted.Count == 0, Rule.Required, nameof(Granted));
        RuleBreachException.When(Grenar.Count == 0 && Granted.Any(r => r.MeetsPersons()), Rule.GrenRequired, nameof(Grenar));
        var id = await users.InviteAsync(new()
        {
            Email = Email!,
            DisplayName = DisplayName!,
            Roles = [.. Granted.SelectMany(role => role.MeetsPersons()
                ? Grenar.Select(gren => new StaffRole(role, gren, ProtectedIdentities))
                : [new StaffRole(role)])],
        }, Ct);
        return Done("Show", "Inbjudan är skickad.", new { id });
    }
}
