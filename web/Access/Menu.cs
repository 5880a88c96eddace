using EnVagUt.Core.Ground.Access;

namespace EnVagUt.Web.Access;

/// <param name="Label">The word for the page.</param>
/// <param name="Route">«/fragor»; the item is current on this page and on those below it, unless another item is closer.</param>
/// <param name="Roles">Who sees the item; none means the public.</param>
public sealed record MenuItem(string Label, string Route, params Role[] Roles)
{
    public bool IsCurrent(PathString path) => Route == "/" ? path == "/" : path.StartsWithSegments(Route, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The one list of what the navigation holds, in its order. Whoever is signed in sees the items of their roles.</summary>
public static class Menu
{
    private static readonly Role[] EmployerRoles = [.. Roles.Employer];

    private static readonly MenuItem[] Items =
    [
        // those who are not signed in
        new("För arbetsgivare", "/arbetsgivare"),
        new("Frågor och svar", "/fragor-och-svar"),
        new("Om En väg ut", "/om"),

        // employers
        new("Översikt", "/arbetsgivare/oversikt", EmployerRoles),
        new("Mina platser", "/arbetsgivare/platser", EmployerRoles),
        new("Förfrågningar", "/arbetsgivare/forfragningar", EmployerRoles),
        new("Hos oss", "/arbetsgivare/placeringar", EmployerRoles),
        new("Arbetsplatser", "/arbetsgivare/arbetsplatser", EmployerRoles),

        // staff; the first item is the page they land on after sign-in
        new("Att göra", "/att-gora", Role.Coordinator, Role.Consultant, Role.UnitManager),
        new("Deltagare", "/deltagare", Role.Coordinator, Role.Consultant, Role.UnitManager),
        new("Placeringar", "/placeringar", Role.Coordinator, Role.Consultant, Role.UnitManager),
        new("Platser", "/platser", Role.Coordinator, Role.Consultant, Role.UnitManager, Role.BusinessContact),
        new("Ring/brev i dag", "/ring-och-brev", Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager),
        new("Granska platser", "/platser/granska", Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager),
        new("Arbetsgivare", "/foretag", Role.Coordinator, Role.Consultant, Role.BusinessContact, Role.UnitManager, Role.Administrator),
        new("Frågor", "/fragor", Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator),
        new("Avtal", "/avtal", Role.Procurer, Role.ContractManager, Role.Coordinator, Role.UnitManager, Role.BusinessContact),
        new("Rapporter", "/rapporter", Role.UnitManager, Role.ReportReader, Role.Administrator, Role.Coordinator),

        // employers
        new("Kollegor", "/arbetsgivare/kollegor", Role.EmployerAdmin),

        // the portal's own affairs
        new("Jobb", "/admin/jobb", Role.Administrator),
        new("Brev", "/admin/brev", Role.Administrator),
        new("Påminnelser", "/admin/paminnelser", Role.Administrator),
        new("Regler", "/admin/regler", Role.Administrator),
        new("Organisation", "/admin/organisation", Role.UnitManager, Role.Administrator),
        new("Läs in filer", "/admin/import", Role.Administrator),
        new("Användare", "/admin/anvandare", Role.Administrator),
    ];

    public static IReadOnlyList<MenuItem> All => Items;

    public static IReadOnlyList<MenuItem> For(Viewer viewer) =>
        viewer.UserId is null
            ? [.. Items.Where(i => i.Roles.Length == 0)]
            : [.. Items.Where(i => i.Roles.Any(viewer.Is))];
}
