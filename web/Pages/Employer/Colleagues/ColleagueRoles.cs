using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Employer.Colleagues;

/// <summary>The roles as an employer knows them: at home they need not say «hos arbetsgivare».</summary>
internal static class ColleagueRoles
{
    public static string Word(Role role) => role == Role.EmployerAdmin ? "Administratör" : role.Label();

    public static IEnumerable<SelectListItem> Items() =>
    [
        new("Administratör – anmäler platser, svarar på förfrågningar och bjuder in kollegor", Role.EmployerAdmin.ToString()),
        new("Handledare – svarar för dem som är hos er", Role.EmployerSupervisor.ToString()),
        new("Läsare – ser men ändrar inget", Role.EmployerReader.ToString()),
    ];
}
