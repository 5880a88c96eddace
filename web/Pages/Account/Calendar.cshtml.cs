using EnVagUt.Core.Desk.Calendars;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Account;

/// <summary>Opens the calendar or changes its address, which is shown once: the redirect carries it encrypted.</summary>
[Authorize]
public sealed class CalendarModel(AppDb db, Viewer viewer, CalendarFeedService feeds, PortalAddress portal) : CalendarPage(db, viewer)
{
    private const string SecretKey = "Calendar";

    /// <summary>The address just made; null at every later visit.</summary>
    public string? Address { get; private set; }

    public bool HasDays => CalendarFeedService.HasDays(Viewer);
    public bool IsCaseWorker => Viewer.IsAny(Roles.CaseWorkers);
    public bool IsEmployer => Viewer.EmployerIds.Length > 0;

    public void OnGet()
    {
        if (TempData[SecretKey] is string secret)
            Address = portal.Link(CalendarKey.Folder + secret + CalendarKey.File);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        TempData[SecretKey] = await feeds.OpenAsync(Ct);
        return RedirectToPage("Calendar");
    }
}
