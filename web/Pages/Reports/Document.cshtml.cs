using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Reports;

/// <summary>The Word file, once the figures are locked.</summary>
[AllowRoles(Role.UnitManager, Role.ReportReader, Role.Administrator, Role.Coordinator)]
public sealed class DocumentModel(AnnualReportService reports) : AppPage
{
    [FromRoute] public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (name, bytes) = await reports.DocumentAsync(Id, Ct);
        return File(bytes, ReportDocument.ContentType, name);
    }
}
