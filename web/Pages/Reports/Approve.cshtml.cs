using EnVagUt.Core.Accounts.Reports;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Reports;

[AllowRoles(Role.UnitManager)]
public sealed class ApproveModel(AppDb db, Viewer viewer, AnnualReportService reports) : StepPage(db, viewer)
{
    private readonly Viewer _viewer = viewer;

    [BindProperty] public ApproveInput Input { get; set; } = new();

    public bool IsAuthor => Report.AuthorId == _viewer.UserId;

    public async Task OnGetAsync() => Input.ApproverName = await OwnNameAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await reports.ApproveAsync(Id, Input.Version, Input.ApproverName, Input.OwnApprovalReason, Ct);
        return DoneHere("Rapporten är godkänd för överlämning.");
    }
}
