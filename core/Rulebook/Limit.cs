using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Rulebook;

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

    // Of all forms
    [Display(Name = "Varning för inlåsning, dagar i kommunens praktik")] LockInWarnDays,
    [Display(Name = "Larm för inlåsning, dagar i kommunens praktik")] LockInAlarmDays,
    [Display(Name = "Perioder på samma arbetsplats som ger varning")] PeriodsAtWorkplace,
    [Display(Name = "Arbetsdagar som en preliminärbokning håller")] PencilWorkingDays,
    [Display(Name = "Facklig fråga gäller, månader")] UnionMonths,
    [Display(Name = "Riskbedömning gäller, månader")] RiskMonths,
    [Display(Name = "Arbetsgivarens försäkran gäller, månader")] DeclarationMonths,
    [Display(Name = "Dagar av uppehåll innan frågan om fortsättning ställs")] PauseAskDays,
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
