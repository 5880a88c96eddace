using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Reports;

/// <summary>All reports, the newest year first. AME's staff make them; a rapportläsare reads those whose figures are locked.</summary>
[AllowRoles(Role.UnitManager, Role.ReportReader, Role.Administrator, Role.Coordinator)]
public sealed class IndexModel(AppDb db, Viewer viewer) : AppPage
{
    public sealed record Row(Guid Id, string Namnd, int Year, ReportStatus Status, DateTime RegisteredAtLatest, string? DiaryNumber);

    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    public KeyPage<Row> Reports { get; private set; } = KeyPage<Row>.None;
    public bool MayCompile => viewer.Is(Role.UnitManager);
    public bool MayReadDrafts => viewer.IsAny(Role.UnitManager, Role.Coordinator, Role.Administrator);

    protected override async Task LoadAsync() =>
        Reports = await db.AnnualReports.AsNoTracking().Where(r => MayReadDrafts || r.LockedAt != null).ReadPageAsync(r => r.SortKey,
            r => new Row(r.Id, r.NamndName, r.Year, r.Status, r.RegisteredAtLatest, r.DiaryNumber), Before, After, Ct);

    public void OnGet()
    {
    }
}
