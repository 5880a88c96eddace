using EnVagUt.Core.Law.Forms;
using static EnVagUt.Core.Law.Rulebook.Limit;
using static EnVagUt.Core.Law.Rulebook.SourceMark;

namespace EnVagUt.Core.Law.Rulebook;

/// <param name="Subject">A form's or a support's name in code, or <see cref="ShippedRules.All"/>.</param>
/// <param name="Value">A whole number, or a text.</param>
/// <param name="Source">Paragraph or practice, in Swedish.</param>
public sealed record ShippedRule(string Subject, Limit Limit, string Value, SourceMark Mark, string Source)
{
    /// <summary>Null: since the portal's beginning. A changed shipped value is a further row with its day.</summary>
    public DateOnly? ValidFrom { get; init; }

    public RuleValue AsValue() => new(Subject, Limit, ValidFrom, Value, Mark, Source);
}

/// <summary>
/// The values that the portal comes with. A municipality's administrator puts dated values of its own over them; a case is
/// judged by the value of its own day.
/// </summary>
public static partial class ShippedRules
{
    /// <summary>Subject of the rules that hold for all forms.</summary>
    public const string All = "All";

    /// <summary>
    /// Stands in agreements until the municipality has written what its insurer answers: it says nothing that nobody has confirmed.
    /// </summary>
    public const string AskAboutInsurance = "Fråga kontaktpersonen hos kommunen vilken försäkring som gäller, innan tiden börjar.";

    public static IReadOnlyList<ShippedRule> Rows { get; } =
    [
        .. Of(Form.Praktik, 16, 65, "En person prövar på arbete hos er under en begränsad tid. Ni betalar ingen lön.", AskAboutInsurance),
        Months(Form.Praktik, 6),
        Total(Form.Praktik, 12),
        .. Of(Form.Arbetstraning, 16, 65, "En person tränar upp sin arbetsförmåga hos er i lugn takt. Ni betalar ingen lön.", AskAboutInsurance),
        Months(Form.Arbetstraning, 6),
        Total(Form.Arbetstraning, 12),
        .. Of(Form.EgenRegi, 16, 65, "Arbetsträning i någon av kommunens egna verkstäder.", AskAboutInsurance),
        Months(Form.EgenRegi, 6),
        Total(Form.EgenRegi, 12),
        .. Of(Form.AnpassatArbete, 18, 65, "Arbetsuppgifter som är anpassade efter en person som behöver mycket stöd.", AskAboutInsurance),
        Months(Form.AnpassatArbete, 12),
        .. Of(Form.Spraktraning, 16, 65, "En person tränar svenska i arbetet hos er, ofta vid sidan av sfi. Ni betalar ingen lön.", AskAboutInsurance),
        Months(Form.Spraktraning, 6),
        Total(Form.Spraktraning, 12),
        .. Of(Form.AfPraktik, 18, 65, "Praktik som Arbetsförmedlingen beslutar om. Ni betalar ingen lön.",
            "Staten ersätter skador som deltagaren orsakar, enligt förordning (1980:631)."),
        new(nameof(Form.AfPraktik), LongestMonths, "6", Verified, "Förordning (2000:634) 7 §"),
        .. Of(Form.Prao, 13, 17, "En elev i årskurs 8 eller 9 lär känna arbetslivet hos er.", AskAboutInsurance),
        Months(Form.Prao, 1),
        .. Of(Form.AplGymnasium, 15, 20, "En elev lär sig en del av sitt yrke hos er, enligt skolans plan.", "Skolans huvudman försäkrar eleven."),
        .. Of(Form.AplKomvux, 18, 67, "En vuxen elev lär sig en del av sitt yrke hos er, enligt skolans plan.", "Skolans huvudman försäkrar eleven."),
        .. Of(Form.Larling, 15, 20, "En elev lär sig sitt yrke hos er under mer än halva utbildningen.",
            "Utbildningskontraktet säger hur kostnaden för skador delas (skollagen 16 kap. 11 a §)."),
        .. Of(Form.Lia, 18, 67, "En studerande på yrkeshögskolan gör en del av sin utbildning hos er.", "Utbildningsanordnaren försäkrar den studerande."),
        .. Of(Form.Feriejobb, 16, 18, "En ungdom jobbar hos er några veckor på lovet. Kommunen betalar lönen.", "Kommunens försäkringar för anställda gäller."),
        Months(Form.Feriejobb, 1),
        .. Of(Form.Employment, 16, 67, "Ni anställer. Arbetsförmedlingen kan besluta om stöd till lönen.", "Arbetsgivarens försäkringar gäller."),
        .. Of(Form.Aktivitet, 18, 65, "En person deltar i en aktivitet hos er som en del av sin plan med socialtjänsten.", AskAboutInsurance),

        new(nameof(Lonestod.Nystartsjobb), LongestMonths, "12", Verified, "Förordning (2018:43) 28 §"),
        new(nameof(Lonestod.Nystartsjobb), LongestMonthsTotal, "24", Verified, "Förordning (2018:43) 11–15 §§; 12 månader för den som är 20–24 år"),
        new(nameof(Lonestod.Nystartsjobb), WageCeiling, "20000", Verified, "Förordning (2018:43) 16–17 §§"),
        new(nameof(Lonestod.Nystartsjobb), ClaimDays, "180", Verified, "Förordning (2018:43) 30 §"),
        new(nameof(Lonestod.Nystartsjobb), ClaimFirstWarnDays, "120", Practice, "Yrkespraxis"),
        new(nameof(Lonestod.Nystartsjobb), ClaimLastWarnDays, "160", Practice, "Yrkespraxis"),
        new(nameof(Lonestod.Nystartsjobb), AbsenceLongMonths, "24", Verified, "Förordning (2018:43) 11–13 §§"),
        new(nameof(Lonestod.Nystartsjobb), AbsenceLongestMonths, "36", Verified, "Förordning (2018:43) 11–13 §§"),
        new(nameof(Lonestod.Nystartsjobb), FeePercentShort, "100", Verified, "Förordning (2018:43) 11–13 och 16–17 §§: en gång avgiften"),
        new(nameof(Lonestod.Nystartsjobb), FeePercentLong, "200", Verified, "Förordning (2018:43) 11–13 och 16–17 §§: avgiften och en gång till"),
        new(nameof(Lonestod.Nystartsjobb), FeePercentLongest, "250", Verified, "Förordning (2018:43) 11–13 och 16–17 §§: avgiften och en och en halv gång till"),
        new(nameof(Lonestod.Introduktionsjobb), LongestMonths, "12", Verified, "Förordning (2018:42) 10 §"),
        new(nameof(Lonestod.Introduktionsjobb), LongestMonthsTotal, "24", Verified, "Förordning (2018:42) 10 §"),
        new(nameof(Lonestod.Introduktionsjobb), SharePercent, "80", Verified, "Förordning (2018:42) 14 §"),
        new(nameof(Lonestod.Introduktionsjobb), WageCeiling, "20000", Verified, "Förordning (2018:42) 14–16 §§"),
        new(nameof(Lonestod.LonebidragUtveckling), LongestMonths, "12", Verified, "Förordning (2017:462) 27 §"),
        new(nameof(Lonestod.LonebidragUtveckling), LongestMonthsTotal, "24", Verified, "Förordning (2017:462) 27 §"),
        new(nameof(Lonestod.LonebidragUtveckling), WageCeiling, "20000", Verified, "Förordning (2017:462) 19–21 §§"),
        new(nameof(Lonestod.LonebidragAnstallning), LongestMonths, "48", Verified, "Förordning (2017:462) 31 §"),
        new(nameof(Lonestod.LonebidragAnstallning), LongestMonthsTotal, "96", Verified, "Förordning (2017:462) 31 §"),
        new(nameof(Lonestod.LonebidragAnstallning), WageCeiling, "20000", Verified, "Förordning (2017:462) 19–21 §§"),
        new(nameof(Lonestod.LonebidragTrygghet), LongestMonths, "48", Verified, "Förordning (2017:462) 35 §"),
        new(nameof(Lonestod.LonebidragTrygghet), WageCeiling, "20000", Verified, "Förordning (2017:462) 19–21 §§"),
        new(nameof(Lonestod.Osa), LongestMonths, "24", Verified, "Förordning (2017:462) 41 §"),
        new(nameof(Lonestod.Osa), WageCeiling, "20000", Verified, "Förordning (2017:462) 19–21 §§"),
        new(nameof(Lonestod.Etableringsjobb), LongestMonthsTotal, "24", Verified, "Arbetsförmedlingen"),
        new(nameof(Lonestod.KommunalAnstallning), LongestMonths, "12", FromMemory, "Brukligt är 6–12 månader"),

        new(All, EmployerFeeHundredths, "3142", FromMemory, "Socialavgiftslagen; avgiften är lägre för vissa åldrar, se Skatteverket"),
        new(All, LockInWarnDays, "90", Practice, "Yrkespraxis"),
        new(All, LockInAlarmDays, "180", Practice, "Yrkespraxis"),
        new(All, PeriodsAtWorkplace, "3", Practice, "Yrkespraxis"),
        new(All, MinorsPerSupervisor, "2", Practice, "Yrkespraxis"),
        new(All, PencilWorkingDays, "5", Practice, "Yrkespraxis"),
        new(All, UnionMonths, "12", Practice, "Yrkespraxis: svaret gäller arbetsplatsen och formen"),
        new(All, RiskMonths, "12", Practice, "Yrkespraxis: bedömningen gäller arbetsplatsen och formen"),
        new(All, DeclarationMonths, "12", Proposal, "Vårt förslag"),
        new(All, DisplacementMonths, "12", Verified, "Förordning (2018:42) 19–21 a §§ och (2018:43) 20–22 a §§: arbetsbrist vid samma driftsenhet"),
        new(All, ReemploymentMonths, "9", FromMemory, "Lagen om anställningsskydd 25 §"),
        new(All, PauseAskDays, "14", Practice, "Yrkespraxis"),
        new(All, IndustryHolidayWeeks, "28-31", Practice, "Yrkespraxis"),
        new(All, DraftOfferWeeks, "12", Practice, "Yrkespraxis"),
        .. OfMinors(),
    ];

    public static bool IsText(this Limit limit) => limit is ShortText or InsuranceText or IndustryHolidayWeeks or SchoolHolidays or MinorLaw or MinorForbiddenTasks;

    private static IEnumerable<ShippedRule> Of(Form form, int minAge, int maxAge, string text, string insurance)
    {
        var (mark, source) = form.Row().Family switch
        {
            FormFamily.Municipal => (Practice, "Kommunala planer: 16–65 år"),
            FormFamily.Af => (Verified, "Förordning (2000:634) 8–9 §§: 25 år, 18 år för den som står långt från arbetsmarknaden"),
            _ when form == Form.Prao => (Verified, "Arbetsmiljölagen 5 kap. 2 §: lätt arbete från 13 år"),
            _ => (FromMemory, "Brukligt, kontrollera"),
        };
        yield return new(form.ToString(), MinAge, $"{minAge}", mark, source);
        yield return new(form.ToString(), MaxAge, $"{maxAge}", mark, source);
        yield return new(form.ToString(), ShortText, text, Proposal, "Vår text");
        var (known, who) = insurance == AskAboutInsurance ? (Proposal, "Vår text: fråga den som försäkrar er, och skriv vad som gäller")
            : form == Form.AfPraktik ? (Verified, "Förordning (1980:631) 1, 4 och 6 §§")
            : (FromMemory, "Fråga den som försäkrar er; står inte i överenskommelser förrän ni själva har skrivit den");
        yield return new(form.ToString(), InsuranceText, insurance, known, who);
        yield return new(form.ToString(), InUse, form.Row().IsOnByDefault ? "1" : "0", Proposal, "Vårt förslag");
    }

    private static ShippedRule Months(Form form, int months) =>
        new(form.ToString(), LongestMonths, $"{months}", FromMemory, "Brukligt, ingen nationell gräns");

    private static ShippedRule Total(Form form, int months) =>
        new(form.ToString(), LongestMonthsTotal, $"{months}", Proposal, "Vårt förslag: förläng högst en gång");
}
