using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Forms;

/// <summary>
/// Lönestöd that Arbetsförmedlingen decides on (förordningarna 2018:43, 2018:42 and 2017:462). An offer names those the
/// employer is open to; the decision is recorded on the placement, never made here.
/// </summary>
public enum Lonestod
{
    [Display(Name = "Nystartsjobb")] Nystartsjobb,
    [Display(Name = "Introduktionsjobb")] Introduktionsjobb,
    [Display(Name = "Lönebidrag för utveckling i anställning")] LonebidragUtveckling,
    [Display(Name = "Lönebidrag för anställning")] LonebidragAnstallning,
    [Display(Name = "Lönebidrag för trygghet i anställning")] LonebidragTrygghet,
}
