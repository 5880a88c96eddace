using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Admin.Users;

/// <summary>The roles that an administrator gives; an employer's roles are given by the employer.</summary>
internal static class StaffRoles
{
    public static IEnumerable<SelectListItem> Items() =>
        Enum.GetValues<Role>().Where(r => r.IsStaff()).Select(r => new SelectListItem(r.Label(), r.ToString()));
}
