using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.FirstDays;

/// <summary>The Word file.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class DocumentModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock) : FirstDayPage(db, viewer, readLog, clock)
{
    public IActionResult OnGet() => Sheet is null ? NotFound() : File(FirstDayFile.Write(Sheet), FirstDayFile.ContentType, FirstDayFile.FileName);
}
