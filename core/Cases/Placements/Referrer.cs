using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Who arranged a placement that was agreed before it was registered here.</summary>
public enum Referrer
{
    [Display(Name = "Arbetsförmedlingen")] Af,
    [Display(Name = "Skola eller folkhögskola")] School,
    [Display(Name = "Leverantör")] Supplier,
    [Display(Name = "Chef i kommunen")] Manager,
    [Display(Name = "Annan")] Other,
}
