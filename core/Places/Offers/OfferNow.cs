using System.Diagnostics;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using S = EnVagUt.Core.Places.Offers.OfferStatus;

namespace EnVagUt.Core.Places.Offers;

/// <summary>«Vad händer nu?» of a platsanmälan: one sentence by status, for the employer and for AME.</summary>
public static class OfferNow
{
    /// <summary>Working days within which AME has read an offer or a registration (docs/vardag.md, Promises).</summary>
    public const int PromisedWorkingDays = 2;

    public static DateOnly DueDay(DateTime submittedAt) => submittedAt.StockholmDate().AddWorkingDays(PromisedWorkingDays);

    public static string ForEmployer(OfferFacts f) => f.Status switch
    {
        S.Draft => "Anmälan är ett utkast som bara ni ser. Skicka in den när den är klar.",
        S.Submitted when !OfferTransitions.Table.Allows(OfferAction.Publish, f) => "Vi läser anmälan så snart er registrering är godkänd.",
        S.Submitted => "Vi läser anmälan inom två arbetsdagar. Ni behöver inte göra något.",
        S.Returned => "Vi behöver veta lite mer. Läs vad som saknas, ändra anmälan och skicka in den igen.",
        S.Published => "Våra samordnare letar efter någon som passar. Ni behöver inte göra något.",
        S.Filled => "Alla platser är tillsatta. Under förfrågningar ser ni vem som är på väg.",
        S.Paused => "Vi föreslår ingen så länge anmälan är pausad. Återuppta den när ni vill.",
        S.Closed => "Anmälan är avslutad. Vill ni ta emot igen? Kopiera den med nya datum.",
        _ => throw new UnreachableException($"{f.Status} has no sentence"),
    };

    public static string ForStaff(OfferFacts f, DateTime? submittedAt) => f.Status switch
    {
        S.Draft => "Arbetsgivaren har inte skickat in anmälan än.",
        S.Submitted when !OfferTransitions.Table.Allows(OfferAction.Publish, f) => "Godkänn arbetsgivaren först. Sedan går platsen att publicera.",
        S.Submitted => $"Läs anmälan senast {DueDay(submittedAt ?? default).Written()}. Publicera den, eller skicka tillbaka den och skriv vad som saknas.",
        S.Returned => "Arbetsgivaren kompletterar anmälan.",
        S.Published => "Platsen går att föreslå.",
        S.Filled => "Alla platser är tillsatta. Den blir ledig igen om någon slutar.",
        S.Paused => "Arbetsgivaren har pausat platsen. Föreslå ingen så länge.",
        S.Closed => "Anmälan är avslutad.",
        _ => throw new UnreachableException($"{f.Status} has no sentence"),
    };
}
