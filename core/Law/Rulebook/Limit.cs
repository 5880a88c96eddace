using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Law.Rulebook;

/// <summary>What a dated rule says something about. The label carries the unit.</summary>
public enum Limit
{
    // Forms and supports
    [Display(Name = "Längsta tid per beslut, månader")] LongestMonths,
    [Display(Name = "Längsta sammanlagda tid, månader")] LongestMonthsTotal,
    [Display(Name = "Yngsta ålder vid start, år")] MinAge,
    [Display(Name = "Högsta ålder vid start, år")] MaxAge,
    [Display(Name = "Kort beskrivning")] ShortText,
    [Display(Name = "Försäkring, text på överenskommelsen")] InsuranceText,
    [Display(Name = "Formen används i kommunen, 1 eller 0")] InUse,

    // Supports
    [Display(Name = "Andel av lönekostnaden, procent")] SharePercent,
    [Display(Name = "Högsta lön som stödet räknas på, kronor i månaden")] WageCeiling,
    [Display(Name = "Dagar efter månaden inom vilka ersättningen ska begäras")] ClaimDays,
    [Display(Name = "Dagar efter månaden då första påminnelsen kommer")] ClaimFirstWarnDays,
    [Display(Name = "Dagar efter månaden då sista påminnelsen kommer")] ClaimLastWarnDays,
    [Display(Name = "Längre frånvaro från arbete, från så många månader")] AbsenceLongMonths,
    [Display(Name = "Längsta frånvaro från arbete, mer än så många månader")] AbsenceLongestMonths,
    [Display(Name = "Stöd i procent av arbetsgivaravgiften")] FeePercentShort,
    [Display(Name = "Stöd i procent av arbetsgivaravgiften, längre frånvaro")] FeePercentLong,
    [Display(Name = "Stöd i procent av arbetsgivaravgiften, längsta frånvaro eller nyanländ")] FeePercentLongest,

    // Of all supports and forms
    [Display(Name = "Arbetsgivaravgift, hundradels procent (3 142 är 31,42 procent)")] EmployerFeeHundredths,
    [Display(Name = "Varning för inlåsning, dagar i kommunens praktik")] LockInWarnDays,
    [Display(Name = "Larm för inlåsning, dagar i kommunens praktik")] LockInAlarmDays,
    [Display(Name = "Perioder på samma arbetsplats som ger varning")] PeriodsAtWorkplace,
    [Display(Name = "Minderåriga samtidigt per handledare som ger varning")] MinorsPerSupervisor,
    [Display(Name = "Arbetsdagar som en preliminärbokning håller")] PencilWorkingDays,
    [Display(Name = "Fackets svar gäller, månader")] UnionMonths,
    [Display(Name = "Riskbedömning gäller, månader")] RiskMonths,
    [Display(Name = "Arbetsgivarens försäkran gäller, månader")] DeclarationMonths,
    [Display(Name = "Undanträngning: månader bakåt för den som sagts upp eller slutat")] DisplacementMonths,
    [Display(Name = "Företrädesrätt till återanställning, månader efter anställningen")] ReemploymentMonths,
    [Display(Name = "Dagar av uppehåll innan frågan om fortsättning ställs")] PauseAskDays,
    [Display(Name = "Skolornas lov, till exempel 06-15–08-15 eller 2027-02-22–2027-02-26")] SchoolHolidays,

    [Display(Name = "Industrisemester, veckor då frågor från arbetsgivare får vänta")] IndustryHolidayWeeks,
    [Display(Name = "Veckor innan ett utkast till platsanmälan tas bort från listan")] DraftOfferWeeks,

    // Of reminders
    [Display(Name = "Påminnelsen är på, 1 eller 0")] ReminderOn,
    [Display(Name = "Första steget")] ReminderFirst,
    [Display(Name = "Andra steget")] ReminderSecond,
    [Display(Name = "Tredje steget")] ReminderThird,

    // Of minors: an age group's, or a form's own
    [Display(Name = "Minderårig: högst en skoldag, timmar")] MinorSchoolDayHours,
    [Display(Name = "Minderårig: högst en skolfri dag under terminen, timmar")] MinorFreeDayHours,
    [Display(Name = "Minderårig: högst en dag på lov som varar minst en vecka, timmar")] MinorHolidayDayHours,
    [Display(Name = "Minderårig: högst i veckan under terminen, timmar")] MinorTermWeekHours,
    [Display(Name = "Minderårig: högst i veckan på lov, timmar")] MinorHolidayWeekHours,
    [Display(Name = "Minderårig: tidigast, klockslag")] MinorFromHour,
    [Display(Name = "Minderårig: senast, klockslag")] MinorToHour,
    [Display(Name = "Minderårig: tidigast om dagen slutar senare, klockslag")] MinorLaterFromHour,
    [Display(Name = "Minderårig: senast om dagen börjar senare, klockslag")] MinorLaterToHour,
    [Display(Name = "Minderårig: rast efter högst, minuter")] MinorBreakAfterMinutes,
    [Display(Name = "Minderårig: rastens längd, minuter")] MinorBreakMinutes,
    [Display(Name = "Minderårig: nattvila, timmar")] MinorNightRestHours,
    [Display(Name = "Minderårig: veckovila, lediga dagar i följd")] MinorWeekRestDays,
    [Display(Name = "Minderårig: lag och föreskrift, text")] MinorLaw,
    [Display(Name = "Minderårig: förbjudna uppgifter, text")] MinorForbiddenTasks,
}

/// <summary>How sure we are of a shipped value; an administrator sees it beside the value.</summary>
public enum SourceMark
{
    [Display(Name = "Läst i källan")] Verified,
    [Display(Name = "Ur minnet, kontrollera")] FromMemory,
    [Display(Name = "Yrkespraxis")] Practice,
    [Display(Name = "Vårt förslag")] Proposal,
    [Display(Name = "Kommunens eget")] Municipality,
}
