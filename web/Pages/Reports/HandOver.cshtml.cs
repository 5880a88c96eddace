using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Reports;

[AllowRoles(Role.UnitManager)]
public sealed class HandOverModel(AppDb db, Viewer viewer, AnnualReportService reports) : StepPage(db, viewer)
{
    public string? Registrar { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Registrar = await reports.RegistrarAsync(Report.NamndId, Ct);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await reports.HandOverAsync(Id, Ct);
        return DoneHere("Rapporten är överlämnad till registratorn.");
    }
}
