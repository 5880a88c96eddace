using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Account;

[Authorize]
public sealed class CalendarCloseModel(AppDb db, Viewer viewer, CalendarFeedService feeds) : CalendarPage(db, viewer)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await feeds.CloseAsync(Ct);
        return Done("Calendar", "Kalendern är stängd.");
    }
}
