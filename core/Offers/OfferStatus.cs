using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Offers;

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

public enum SwedishLevel
{
    [Display(Name = "Inga krav på svenska")] None,
    [Display(Name = "Förstår enkla instruktioner")] Basic,
    [Display(Name = "Klarar vardagliga samtal")] Everyday,
    [Display(Name = "Talar och skriver obehindrat")] Fluent,
}

/// <summary>How pages group offers, exclusively and in this order: clause, then support, then praktik (decisions 4).</summary>
public enum OfferKind
{
    [Display(Name = "Plats från krav")] Clause,
    [Display(Name = "Anställning med lönestöd")] SupportedEmployment,
    [Display(Name = "Praktik")] Praktik,
}
