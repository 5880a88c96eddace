using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Errors;

/// <summary>What a refused request gets. Re-executed with the refused request's own method, so a POST lands here too.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class StatusModel : AppPage
{
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        (Title, Text) = code switch
        {
            400 => ("Formuläret kunde inte läsas", "Sidan har nog varit öppen länge, eller så har du loggat ut i ett annat fönster. Öppna sidan på nytt och försök igen."),
            403 => ("Du kommer inte åt sidan", "Ditt konto har inte rätt att se sidan. Behöver du den i ditt arbete, be den som är administratör hos er."),
            404 => ("Sidan finns inte", "Den kan ha tagits bort, eller så är adressen fel. Du kan också ha loggat in med ett konto som inte ser den."),
            429 => ("Vänta en stund", "Formuläret har skickats många gånger på kort tid. Vänta en minut och försök igen."),
            _ => ("Något gick fel", "Det gick inte att visa sidan. Försök igen om en stund."),
        };
        // Whoever opens the address by hand has found no page.
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
