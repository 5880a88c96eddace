using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator;

/// <summary>
/// A page that registers a placement with its workplace. The workplace is searched for first, by an address that names
/// no person; what was found stays among the choices when the form is refused.
/// </summary>
public abstract class ArrangedPage(AppDb db) : AppPage
{
    public const int Shown = 20;

    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }

    public IReadOnlyList<SelectListItem> Found { get; private set; } = [];

    protected AppDb Db => db;

    protected override async Task LoadAsync()
    {
        if (string.IsNullOrWhiteSpace(Words))
            return;
        var found = await ArrangedOffers.Find(db, Words)
            .Join(db.Employers, w => w.EmployerId, e => e.Id, (w, e) => new { w.Id, w.Name, w.StreetAddress, w.City, Employer = e.Name, e.SortKey })
            .OrderBy(w => w.SortKey).ThenBy(w => w.Name).Take(Shown + 1).ToListAsync(Ct);
        Found = [.. found.Select(w => new SelectListItem($"{WorkplaceName.Of(w.Name, w.Employer)}, {w.StreetAddress}, {w.City}", w.Id.ToString()))];
    }

    protected static WeekForm OfficeWeek => WeekForm.Of(WeeklyPattern.Usual(Cells.OfficeWeek));
}
