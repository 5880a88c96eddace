using EnVagUt.Core.Access;
using static EnVagUt.Core.Access.Role;

namespace EnVagUt.Tests.Web.Access;

/// <summary>Who may open what: every route of the portal, once. A route without a row, or a row without a route, fails the build.</summary>
internal static class AccessMatrix
{
    private static readonly Role[] Employers = [EmployerAdmin, EmployerSupervisor, EmployerReader];

    public static readonly IReadOnlyList<Row> Rows =
    [
        // Visitors
        Row.Everyone("/"),
        Row.Everyone("/om"),
        Row.Everyone("/fel/{code:int}").Answering(404),
        Row.Everyone("/{*path}").Answering(404),
    ];
}
