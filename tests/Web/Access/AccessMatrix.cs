using EnVagUt.Core.Desk.Questions;
using EnVagUt.Core.Ground.Access;
using static EnVagUt.Core.Ground.Access.Role;

namespace EnVagUt.Tests.Web.Access;

/// <summary>Who may open what: every route of the portal, once. A route without a row, or a row without a route, fails the build.</summary>
internal static class AccessMatrix
{
    private static readonly Role[] Employers = [EmployerAdmin, EmployerSupervisor, EmployerReader];
    private static readonly Role[] PersonStaff = [Coordinator, Consultant, UnitManager];

    public static readonly IReadOnlyList<Row> Rows =
    [
        // Visitors
        Row.Everyone("/"),
        Row.Everyone("/om"),
        Row.Everyone("/arbetsgivare"),
        Row.Everyone("/fragor-och-svar"),
        Row.Everyone("/personuppgifter"),
        Row.Everyone("/tillganglighet"),
        Row.Everyone("/lonestod/kalkyl").WithQuery("stod=Nystartsjobb&lon=25000"),
        Row.Everyone("/fraga"),
        Row.Everyone("/fraga/tack"),
        Row.Everyone("/halsa/lever"),
        Row.Everyone("/halsa/redo"),
        // The rows of this test hold letters that nobody sends: that is unhealthy, and it says so to everybody.
        Row.Everyone("/halsa/jobb").Answering(503),
        Row.Everyone("/fel/{code:int}").Answering(404),
        Row.Everyone("/{*path}").Answering(404),

        // A personal link to an agreement; without its key it tells what to do
        Row.Everyone("/overenskommelse/godkann"),
        Row.Everyone("/overenskommelse/godkand"),
        Row.Everyone("/svar"),
        Row.Everyone("/svar/tack"),
        Row.Everyone("/kom"),
        Row.Everyone("/kom/tack"),

        // A calendar's own address
        Row.Everyone("/kalender/{key}.ics"),

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
        Row.SignedIn("/konto/kalender"),
        Row.SignedIn("/konto/kalender/stang"),
        Row.SignedIn("/konto/tvastegs"),
        Row.SignedIn("/konto/tvastegs/koder").Answering(302),
        Row.SignedIn("/konto/tvastegs/nya-koder"),
        Row.SignedIn("/konto/tvastegs/stang-av"),

        // Persons
        Row.For("/att-gora", PersonStaff),
        Row.For("/deltagare", PersonStaff),
        Row.For("/deltagare/ny", PersonStaff),
        Row.For("/deltagare/{id:guid}", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/andra", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/ta-over", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/avliden-eller-flyttat", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/avsluta", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/skyddade-uppgifter", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/oppna-igen", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/foresla", PersonStaff).OfGren(),
        Row.For("/deltagare/{id:guid}/foresla/{slotId:guid}", PersonStaff).OfGren(),
        Row.For("/placeringar", PersonStaff).WithQuery("vilka=alla"),
        Row.For("/placeringar/{id:guid}", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/preliminarboka", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/svar", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/arbetsplatsens-svar", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/dela", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/aterta", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/handledare", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/fraga", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/fore-start", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse/visa", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse/skriv", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse/registrera", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse/skriv-ut", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse/dokument", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse/lank", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/overenskommelse/makulera", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/forsta-dagen", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/forsta-dagen/dokument", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/start", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/uppehall", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/uppehall/andra", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/forlang", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/avsluta", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/intyg", PersonStaff).OfGren(),
        Row.For("/intyg/{id:guid}", PersonStaff).OfGren(),
        Row.For("/intyg/{id:guid}/dokument", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/resultat", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/stodbeslut", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/ersattning", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/slapp", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/kopiera", PersonStaff).OfGren(),
        Row.For("/placeringar/{id:guid}/paminnelser", PersonStaff).OfGren(),
        Row.For("/ersattare", PersonStaff),
        Row.For("/ersattare/{id:guid}/ta-bort", PersonStaff).OfGren(),
        Row.For("/placeringar/avtalad", PersonStaff).WithQuery("q=butiken"),
        Row.For("/deltagare/{id:guid}/egen-plats", PersonStaff).OfGren().WithQuery("q=butiken"),
        Row.For("/placeringar/{id:guid}/makulera", PersonStaff).OfGren(),

        // Letters to those without address; rows about persons only to those who meet them
        Row.For("/ring-och-brev", [.. PersonStaff, BusinessContact]),
        Row.For("/ring-och-brev/skriv-ut", [.. PersonStaff, BusinessContact]),

        // Places
        Row.For("/platser", [.. PersonStaff, BusinessContact]),

        // Employers: registration, their desk, places, workplaces and people
        Row.Everyone("/arbetsgivare/registrera"),
        Row.Everyone("/arbetsgivare/registrera/klart"),
        Row.For("/arbetsgivare/oversikt", Employers),
        Row.For("/arbetsgivare/platser", Employers),
        Row.For("/arbetsgivare/platser/ny", EmployerAdmin),
        Row.For("/arbetsgivare/platser/ny/{kind}", EmployerAdmin),
        Row.For("/arbetsgivare/platser/{id:guid}", Employers).OfEmployer(),
        Row.For("/arbetsgivare/platser/{id:guid}/andra", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/platser/{id:guid}/kopiera", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/platser/{id:guid}/pausa", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/platser/{id:guid}/ateruppta", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/platser/{id:guid}/avsluta", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/arbetsplatser", Employers),
        Row.For("/arbetsgivare/arbetsplatser/ny", EmployerAdmin),
        Row.For("/arbetsgivare/arbetsplatser/{id:guid}/andra", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/arbetsplatser/{id:guid}/handledare", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/arbetsplatser/{id:guid}/handledare/{supervisorId:guid}", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/arbetsplatser/{id:guid}/handledare/{supervisorId:guid}/slutat", EmployerAdmin).OfEmployer(),
        Row.For("/arbetsgivare/forfragningar", Employers),
        Row.For("/arbetsgivare/forfragningar/{id:guid}", Employers).OfEmployer(),
        Row.For("/arbetsgivare/forfragningar/{id:guid}/handledare", EmployerAdmin, EmployerSupervisor).OfEmployer(),
        Row.For("/arbetsgivare/forfragningar/{id:guid}/tacka-ja", EmployerAdmin, EmployerSupervisor).OfEmployer(),
        Row.For("/arbetsgivare/forfragningar/{id:guid}/tacka-nej", EmployerAdmin, EmployerSupervisor).OfEmployer(),
        Row.For("/arbetsgivare/forsakran", EmployerAdmin),
        Row.For("/arbetsgivare/ersattning", EmployerAdmin),
        Row.For("/arbetsgivare/placeringar", Employers),
        Row.For("/arbetsgivare/placeringar/{id:guid}/overenskommelse", Employers).OfEmployer(),
        Row.For("/arbetsgivare/placeringar/{id:guid}/overenskommelse/dokument", Employers).OfEmployer(),
        Row.For("/arbetsgivare/placeringar/{id:guid}/overenskommelse/skriv-ut", Employers).OfEmployer(),

        // AME's review of employers and of their places
        Row.For("/foretag", Coordinator, Consultant, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}", Coordinator, Consultant, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/arbetsplatser/{workplaceId:guid}", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/ny", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/arbetsplatser/ny", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/arbetsplatser/{workplaceId:guid}/handledare", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/arbetsplatser/{workplaceId:guid}/handledare/{supervisorId:guid}", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/platser/ny", Coordinator, Consultant, BusinessContact, UnitManager),
        Row.For("/foretag/{id:guid}/platser/ny/{kind}", Coordinator, Consultant, BusinessContact, UnitManager),
        Row.For("/foretag/{id:guid}/forsakran", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/godkann", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/neka", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/foretag/{id:guid}/bjud-in", Coordinator, BusinessContact, UnitManager, Administrator),
        Row.For("/platser/granska", Coordinator, Consultant, BusinessContact, UnitManager),
        Row.For("/platser/{id:guid}", Coordinator, Consultant, BusinessContact, UnitManager),
        Row.For("/platser/{id:guid}/publicera", Coordinator, BusinessContact, UnitManager),
        Row.For("/platser/{id:guid}/komplettera", Coordinator, Consultant, BusinessContact, UnitManager),
        Row.For("/platser/{id:guid}/at-arbetsgivaren", Coordinator, Consultant, BusinessContact, UnitManager),
        Row.For("/platser/{id:guid}/ater", Coordinator, BusinessContact, UnitManager),

        // Questions
        Row.For("/fragor", [.. QuestionService.Answerers]),
        Row.For("/fragor/{id:guid}", [.. QuestionService.Answerers]),

        // Annual reports
        Row.For("/rapporter", UnitManager, ReportReader, Administrator, Coordinator),
        Row.For("/rapporter/sammanstall", UnitManager, Coordinator, Administrator),
        Row.For("/rapporter/{id:guid}", UnitManager, ReportReader, Administrator, Coordinator),
        Row.For("/rapporter/{id:guid}/las", UnitManager, Coordinator, Administrator),
        Row.For("/rapporter/{id:guid}/godkann", UnitManager, Administrator),
        Row.For("/rapporter/{id:guid}/overlamna", UnitManager, Administrator),
        Row.For("/rapporter/{id:guid}/dnr", UnitManager, Coordinator, Administrator),
        Row.For("/rapporter/{id:guid}/dokument", UnitManager, ReportReader, Administrator, Coordinator),

        // The portal's own affairs
        Row.For("/admin/jobb", Administrator),
        Row.For("/admin/jobb/{id}", Administrator),
        Row.For("/admin/paminnelser", Administrator),
        Row.For("/admin/paminnelser/{id}", Administrator),
        Row.For("/admin/paminnelser/foretag/{id:guid}", Administrator),
        Row.For("/admin/paminnelser/arende/{kind}/{id:guid}", Administrator),
        Row.For("/admin/regler", Administrator),
        Row.For("/admin/regler/{subject}/{limit}", Administrator),
        Row.For("/admin/brev", Administrator),
        Row.For("/admin/brev/{id:guid}", Administrator),
        // Contracts
        Row.For("/avtal", Procurer, ContractManager, Coordinator, UnitManager, BusinessContact),
        Row.For("/avtal/ny", Procurer),
        Row.For("/avtal/{id:guid}", Procurer, ContractManager, Coordinator, UnitManager, BusinessContact),
        Row.For("/avtal/{id:guid}/andra", Procurer, ContractManager),
        Row.For("/avtal/{id:guid}/tilldela", Procurer),
        Row.For("/avtal/{id:guid}/krav", Procurer, ContractManager),
        Row.For("/avtal/{id:guid}/krav/{clauseId:guid}/reduktion", Procurer, ContractManager),

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
