using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Law.Rulebook;

/// <summary>The groups that the law on minors' work is written for; the words are those of a sentence.</summary>
public enum AgeGroup
{
    [Display(Name = "ett barn som inte har fyllt 13 år")] YoungerChild,
    [Display(Name = "en elev i grundskolan (äldre barn)")] OlderChild,
    [Display(Name = "en ungdom under 18 år")] Youth,
    [Display(Name = "en vuxen")] Adult,
}
