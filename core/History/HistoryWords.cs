namespace EnVagUt.Core.History;

/// <summary>History's verbs in Swedish, for whoever reads a case. A test demands a word for every verb of those kinds.</summary>
public static class HistoryWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Placement.Proposed"] = "Plats föreslagen",
        ["Placement.Pencilled"] = "Preliminärbokad",
        ["Placement.PencilLapsed"] = "Preliminärbokningen gick ut",
        ["Placement.ParticipantYes"] = "Deltagaren tackade ja",
        ["Placement.ParticipantNo"] = "Deltagaren tackade nej",
        ["Placement.Released"] = "Uppgifter delade med arbetsplatsen",
        ["Placement.Requested"] = "Arbetsplatsen tillfrågad",
        ["Placement.EmployerYes"] = "Arbetsplatsen tackade ja",
        ["Placement.EmployerNo"] = "Arbetsplatsen tackade nej",
        ["Placement.PaperRecorded"] = "Överenskommelse eller avtal registrerat",
        ["Placement.BeforeStartNoted"] = "Uppgifter före start antecknade",
        ["Placement.SupervisorNamed"] = "Handledare utsedd",
        ["WorkplaceCheck.Recorded"] = "Riskbedömning eller facklig fråga antecknad",
        ["Placement.Started"] = "Start bekräftad",
        ["Placement.Ended"] = "Avslutad",
        ["Placement.OutcomeRecorded"] = "Resultat registrerat",
        ["Placement.SupportRecorded"] = "Stödbeslut registrerat",
        ["Placement.NotHeld"] = "Platsen släppt",
        ["Placement.Voided"] = "Makulerad",
        ["Employer.Registered"] = "Registrerad",
        ["Employer.Approved"] = "Godkänd",
        ["Employer.Rejected"] = "Nekad",
        ["Employer.Described"] = "Uppgifter ändrade",
        ["Workplace.Created"] = "Arbetsplatsen tillagd",
        ["Workplace.Described"] = "Arbetsplatsens uppgifter ändrade",
        ["Workplace.CeilingSet"] = "Gräns för antal samtidigt ändrad",
        ["Workplace.SupervisorAdded"] = "Handledare tillagd",
        ["Workplace.SupervisorDescribed"] = "Handledarens uppgifter ändrade",
        ["Workplace.SupervisorLeft"] = "Handledare avslutad",
        ["Workplace.SupervisorBack"] = "Handledare åter",
        ["Offer.Drafted"] = "Utkast sparat",
        ["Offer.Edited"] = "Ändrad",
        ["Offer.Submitted"] = "Inskickad",
        ["Offer.Returned"] = "Åter för komplettering",
        ["Offer.Published"] = "Publicerad",
        ["Offer.Filled"] = "Tillsatt",
        ["Offer.Reopened"] = "Ledig igen",
        ["Offer.Paused"] = "Pausad",
        ["Offer.Resumed"] = "Återupptagen",
        ["Offer.Closed"] = "Avslutad",
        ["Offer.DayPassed"] = "Tiden har gått ut",
        ["RuleVersion.Set"] = "Regel satt",
        ["RuleVersion.Replaced"] = "Regel ändrad",
        ["Participant.Registered"] = "Registrerad",
        ["Participant.Described"] = "Uppgifter ändrade",
        ["Participant.TakenOver"] = "Övertagen av ny ansvarig",
    };

    public static string For(string subjectKind, string verb) => Words.GetValueOrDefault($"{subjectKind}.{verb}", verb);
}
