using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Parties.Participants;

public enum SwedishLevel
{
    [Display(Name = "Inga krav på svenska")] None,
    [Display(Name = "Förstår enkla instruktioner")] Basic,
    [Display(Name = "Klarar vardagliga samtal")] Everyday,
    [Display(Name = "Talar och skriver obehindrat")] Fluent,
}
