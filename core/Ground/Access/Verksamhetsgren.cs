using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Ground.Access;

/// <summary>
/// Branches of the municipality between which secrecy holds (OSL 2009:400 8 kap. 2 §). Participants and placements
/// belong to one; another gren's person shows only as «upptagen» (docs/model.md, Persons and participants).
/// </summary>
public enum Verksamhetsgren
{
    [Display(Name = "Arbetsmarknad")] Arbetsmarknad,
    [Display(Name = "Socialtjänst")] Socialtjanst,
    [Display(Name = "Skola")] Skola,
    /// <summary>Kommunala aktivitetsansvaret (skollagen 29 kap. 9 §).</summary>
    [Display(Name = "Kommunala aktivitetsansvaret")] Kaa,
}
