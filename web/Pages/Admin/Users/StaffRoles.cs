using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Admin.Users;

/// <summary>The roles that an administrator gives: those that open something. An employer's roles are given by the employer.</summary>
internal static class StaffRoles
{
    public static IEnumerable<SelectListItem> Items() =>
        Enum.GetValues<Role>().Where(r => r.IsStaff() && Menu.All.Any(i => i.Roles.Contains(r))).Select(r => new SelectListItem(r.Label(), r.ToString()));
}
