using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Places.Slots;

public enum ClaimKind
{
    [Display(Name = "Preliminärbokning")] Pencil,
    [Display(Name = "Förfrågan")] Request,
    [Display(Name = "Placering")] Placement,
}
