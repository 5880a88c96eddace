using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Post.Calendars;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace EnVagUt.Web.Pages.Account;

/// <summary>What a calendar fetches. The secret is not in the path any more, see <see cref="HiddenCalendarKeys"/>.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Calendars)]
public sealed class FeedModel(CalendarReader reader) : AppPage
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (await reader.ReadAsync(HttpContext.Features.Get<CalendarKey>()?.Value, Ct) is not { } calendar)
            return NotFound();
        Response.Headers.CacheControl = "private, max-age=900";
        return File(calendar, CalendarWriter.ContentType);
    }
}
