using EnVagUt.Core.Law.Forms;
using static EnVagUt.Core.Law.Rulebook.Limit;
using static EnVagUt.Core.Law.Rulebook.SourceMark;

namespace EnVagUt.Core.Law.Rulebook;

/// <summary>Minors: arbetsmiljölagen 5 kap. and Arbetsmiljöverket's regulations, which a municipality can only make stricter.</summary>
public static partial class ShippedRules
{
    private const string Child = nameof(AgeGroup.OlderChild), Youth = nameof(AgeGroup.Youth), Prao = nameof(Form.Prao);
    private const string Law = "Arbetsmiljölagen 5 kap. och Arbetsmiljöverkets föreskrifter om minderåriga, AFS 2023:2";
    private const string Table = "Arbetsmiljöverkets vägledning till AFS 2012:3; kontrollera mot AFS 2023:2";
    private const string OfPrao = "Regionala prao-anvisningar: högst 7 timmar, inte kl. 20–06, rast efter 4,5 timmar";

    private static ShippedRule[] OfMinors() =>
    [
        new(All, SchoolHolidays, "06-15–08-15, 12-23–01-06", Proposal, "Vårt förslag, snävt räknat: lägg in kommunens läsårstider"),
        new(All, MinorForbiddenTasks, "Arbete med risk för olycksfall eller överansträngning: maskiner som kan klämma eller skära, truck och traktor, "
            + "farliga kemikalier, tunga lyft, hög höjd, ensamarbete och uppgifter med risk för hot eller våld.",
            FromMemory, "Arbetsmiljölagen 5 kap. 3 § och AFS 2012:3 bilaga 1; kontrollera mot AFS 2023:2"),

        new(Child, MinAge, "13", Verified, "Arbetsmiljölagen 5 kap. 2 §: lätt arbete från 13 år"),
        new(Child, MinorSchoolDayHours, "2", Verified, Table),
        new(Child, MinorFreeDayHours, "7", Verified, Table),
        new(Child, MinorHolidayDayHours, "7", Verified, Table),
        new(Child, MinorTermWeekHours, "12", Verified, Table),
        new(Child, MinorHolidayWeekHours, "35", Verified, Table),
        new(Child, MinorFromHour, "6", Verified, Table),
        new(Child, MinorToHour, "20", Verified, Table),
        new(Child, MinorBreakAfterMinutes, "270", FromMemory, "AFS 2012:3: rast efter högst 4,5 timmar, kontrollera"),
        new(Child, MinorBreakMinutes, "30", Verified, Table),
        new(Child, MinorNightRestHours, "14", Verified, Table),
        new(Child, MinorWeekRestDays, "2", Verified, Table),
        new(Child, MinorLaw, Law, FromMemory, "Kapitlet i AFS 2023:2 är inte kontrollerat"),

        new(Youth, MinAge, "16", Verified, "Arbetsmiljölagen 5 kap. 2 §: det kalenderår då personen fyller 16, efter skolplikten"),
        new(Youth, MinorSchoolDayHours, "8", Verified, Table),
        new(Youth, MinorFreeDayHours, "8", Verified, Table),
        new(Youth, MinorHolidayDayHours, "8", Verified, Table),
        new(Youth, MinorTermWeekHours, "40", Verified, Table),
        new(Youth, MinorHolidayWeekHours, "40", Verified, Table),
        new(Youth, MinorFromHour, "6", Verified, Table),
        new(Youth, MinorToHour, "22", Verified, Table),
        new(Youth, MinorLaterFromHour, "7", Verified, Table),
        new(Youth, MinorLaterToHour, "23", Verified, Table),
        new(Youth, MinorBreakAfterMinutes, "270", FromMemory, "AFS 2012:3: rast efter högst 4,5 timmar, kontrollera"),
        new(Youth, MinorBreakMinutes, "30", Verified, Table),
        new(Youth, MinorNightRestHours, "12", Verified, Table),
        new(Youth, MinorWeekRestDays, "2", Verified, Table),
        new(Youth, MinorLaw, Law, FromMemory, "Kapitlet i AFS 2023:2 är inte kontrollerat"),

        // Prao is school work: the day is the school's, not the two hours beside it.
        new(Prao, MinorSchoolDayHours, "7", Verified, OfPrao),
        new(Prao, MinorFreeDayHours, "7", Verified, OfPrao),
        new(Prao, MinorHolidayDayHours, "7", Verified, OfPrao),
        new(Prao, MinorTermWeekHours, "35", Proposal, "Vårt förslag: 7 timmar i fem dagar"),
        new(Prao, MinorHolidayWeekHours, "35", Proposal, "Vårt förslag: 7 timmar i fem dagar"),
        new(Prao, MinorFromHour, "6", Verified, OfPrao),
        new(Prao, MinorToHour, "20", Verified, OfPrao),
        new(Prao, MinorBreakAfterMinutes, "270", Verified, OfPrao),
        new(Prao, MinorBreakMinutes, "30", Verified, OfPrao),
    ];
}
