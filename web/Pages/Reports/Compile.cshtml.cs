using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Reports;

[AllowRoles(Role.UnitManager)]
public sealed class CompileModel(AppDb db, AnnualReportService reports, TimeProvider clock) : AppPage
{
    [BindProperty] public CompileInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Namnder { get; private set; } = [];
    public int LastYear => clock.Today().Year - 1;

    protected override async Task LoadAsync()
    {
        var namnder = await db.OrgUnits.AsNoTracking().Where(u => u.Level == OrgLevel.Namnd)
            .Select(u => new { u.Id, u.Name, u.ValidTo }).ToListAsync(Ct);
        Namnder = [.. namnder
            .OrderBy(n => n.ValidTo is not null).ThenBy(n => n.Name, StringComparer.Create(SwedishTime.Culture, ignoreCase: true))
            .Select(n => new SelectListItem(n.ValidTo is { } to ? $"{n.Name} (till {to.Brief()})" : n.Name, n.Id.ToString()))];
    }

    public void OnGet() => Input.Year = LastYear;

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await reports.CompileAsync(Input.NamndId!.Value, Input.Year!.Value, Ct);
        return Done("/Reports/Show", "Rapporten är sammanställd.", new { id });
    }
}
