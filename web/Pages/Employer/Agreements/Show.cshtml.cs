using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Employer.Agreements;

[AllowRoles(Role.EmployerAdmin, Role.EmployerSupervisor)]
public sealed class ShowModel(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog, EmployerAgreementService agreements)
    : EmployerAgreementPage(db, viewer, clock, readLog)
{
    /// <summary>Of what was read: nobody approves words that have been changed since.</summary>
    [BindProperty] public Guid Version { get; set; }

    public bool IsOurTurn => Agreement.Next == Approver.Workplace;
    public bool MayApprove => Viewer.EmployersAs(PlacementTransitions.TheWorkplace).Contains(Placement.EmployerId);

    /// <summary>The button stands under the text that it binds to.</summary>
    public bool AsksUs => IsOurTurn && MayApprove && !Versions.IsOlder;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await agreements.ApproveAsync(Id, Version, Ct);
        return Done("Show", "Tack! Ni har godkänt överenskommelsen.", new { Id });
    }
}
