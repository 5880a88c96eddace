using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Reports;

[AllowRoles(Role.UnitManager)]
public sealed class LockModel(AppDb db, Viewer viewer, AnnualReportService reports, TimeProvider clock) : StepPage(db, viewer)
{
    public sealed record Gap(string Row, decimal? Value);

    private readonly AppDb _db = db;

    [BindProperty] public LockInput Input { get; set; } = new();

    public IReadOnlyList<Gap> Gaps { get; private set; } = [];
    public bool PeriodIsOver => clock.Today() > Report.To;

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Gaps = await _db.ReportTables.AsNoTracking().Where(t => t.ReportId == Id && t.Kind == ReportTableKind.DataQuality)
            .SelectMany(t => t.Figures).Where(f => f.Value == null || f.Value != 0).OrderBy(f => f.RowNumber)
            .Select(f => new Gap(f.Row, f.Value)).ToListAsync(Ct);
    }

    public async Task OnGetAsync() => Input.AuthorName = await OwnNameAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await reports.LockAsync(Id, Input.Version, Input.AuthorName, Ct);
        return DoneHere("Siffrorna är låsta.");
    }
}
