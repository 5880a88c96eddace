using EnVagUt.Core.Access;
using EnVagUt.Core.Questions;
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
        Row.Everyone("/arbetsgivare"),
        Row.Everyone("/fragor-och-svar"),
        Row.Everyone("/personuppgifter"),
        Row.Everyone("/tillganglighet"),
        Row.Everyone("/fraga"),
        Row.Everyone("/fraga/tack"),
        Row.Everyone("/halsa/lever"),
        Row.Everyone("/halsa/redo"),
        Row.Everyone("/fel/{code:int}").Answering(404),
        Row.Everyone("/{*path}").Answering(404),

        // Accounts
        Row.Everyone("/konto/logga-in"),
        Row.Everyone("/konto/logga-in/kod").Answering(302),
        Row.Everyone("/konto/logga-in/aterstallningskod").Answering(302),
        Row.Everyone("/konto/logga-ut"),
        Row.Everyone("/konto/glomt-losenord"),
        Row.Everyone("/konto/nytt-losenord"),
        Row.Everyone("/konto/bekrafta"),
        Row.Everyone("/konto/inbjudan"),
        Row.SignedIn("/konto"),
        Row.SignedIn("/konto/hem").Answering(302),
        Row.SignedIn("/konto/losenord"),
        Row.SignedIn("/konto/tvastegs"),
        Row.SignedIn("/konto/tvastegs/koder").Answering(302),
        Row.SignedIn("/konto/tvastegs/nya-koder"),
        Row.SignedIn("/konto/tvastegs/stang-av"),

        // Questions
        Row.For("/fragor", [.. QuestionService.Answerers]),
        Row.For("/fragor/{id:guid}", [.. QuestionService.Answerers]),

        // The portal's own affairs
        Row.For("/admin/jobb", Administrator),
        Row.For("/admin/jobb/{id}", Administrator),
        Row.For("/admin/brev", Administrator),
        Row.For("/admin/brev/{id:guid}", Administrator),
        // Organisation and import
        Row.For("/admin/organisation", UnitManager, Administrator),
        Row.For("/admin/import", Administrator),
        Row.For("/admin/import/{id:guid}", Administrator),
        Row.For("/arbetsgivare/kollegor", EmployerAdmin),
        Row.For("/arbetsgivare/kollegor/ny", EmployerAdmin),
        Row.For("/admin/anvandare", Administrator),
        Row.For("/admin/anvandare/ny", Administrator),
        Row.For("/admin/anvandare/{id:guid}", Administrator),
        Row.For("/admin/anvandare/{id:guid}/roll", Administrator),
    ];
}
