using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Reports;

[AllowRoles(Role.UnitManager)]
public sealed class DiaryNumberModel(AppDb db, Viewer viewer, AnnualReportService reports) : StepPage(db, viewer)
{
    [BindProperty] public DiaryNumberInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await reports.RecordDiaryNumberAsync(Id, Input.DiaryNumber, Ct);
        return DoneHere("Diarienumret är antecknat.");
    }
}
