using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Placements;

public enum ClaimKind
{
    [Display(Name = "Preliminärbokning")] Pencil,
    [Display(Name = "Förfrågan")] Request,
    [Display(Name = "Placering")] Placement,
}
