using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>What the person leaves to.</summary>
public enum ExitReason
{
    [Display(Name = "Arbete utan stöd")] Work,
    [Display(Name = "Arbete med stöd")] SupportedWork,
    [Display(Name = "Eget företag")] OwnCompany,
    [Display(Name = "Studier med studiemedelsrätt")] Studies,
    [Display(Name = "Andra studier")] OtherStudies,
    [Display(Name = "Kommunal arbetsmarknadsanställning")] MunicipalEmployment,
    [Display(Name = "Anställd av kommunen utan stöd")] EmployedByMunicipality,
    [Display(Name = "Åter till Arbetsförmedlingen")] BackToAf,
    [Display(Name = "Annan insats i kommunen")] OtherMeasure,
    [Display(Name = "Sjukdom eller rehabilitering")] Illness,
    [Display(Name = "Föräldraledighet")] ParentalLeave,
    [Display(Name = "Flytt")] Moved,
    [Display(Name = "Eget val eller uteblev")] OwnChoice,
    [Display(Name = "Annat")] Other,
}
