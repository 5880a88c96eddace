using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Law.Forms;

/// <summary>
/// Support to the cost of an employment. An offer names those the employer is open to; the decision is recorded on the
/// placement, never made here. What is true of each stands in <see cref="SupportRegistry"/>.
/// </summary>
public enum Lonestod
{
    [Display(Name = "Nystartsjobb")] Nystartsjobb,
    [Display(Name = "Introduktionsjobb")] Introduktionsjobb,
    [Display(Name = "Lönebidrag för utveckling i anställning")] LonebidragUtveckling,
    [Display(Name = "Lönebidrag för anställning")] LonebidragAnstallning,
    [Display(Name = "Lönebidrag för trygghet i anställning")] LonebidragTrygghet,
    [Display(Name = "Skyddat arbete hos offentlig arbetsgivare (OSA)")] Osa,
    [Display(Name = "Etableringsjobb")] Etableringsjobb,
    [Display(Name = "Kommunal arbetsmarknadsanställning")] KommunalAnstallning,
    [Display(Name = "Extratjänst (avskaffad)")] Extratjanst,
    [Display(Name = "Yrkesintroduktion (avskaffad)")] Yrkesintroduktion,
    [Display(Name = "Instegsjobb (avskaffat)")] Instegsjobb,
}
