using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Places.Offers;

public enum OfferStatus
{
    [Display(Name = "Utkast")] Draft,
    [Display(Name = "Inskickad")] Submitted,
    [Display(Name = "Åter för komplettering")] Returned,
    [Display(Name = "Publicerad")] Published,
    [Display(Name = "Tillsatt")] Filled,
    [Display(Name = "Pausad")] Paused,
    [Display(Name = "Avslutad")] Closed,
}

/// <summary>How pages group offers, exclusively and in this order: clause, then support, then praktik (docs/model.md, Forms and supports).</summary>
public enum OfferKind
{
    [Display(Name = "Plats från krav")] Clause,
    [Display(Name = "Anställning med lönestöd")] SupportedEmployment,
    [Display(Name = "Praktik")] Praktik,
}
