using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Employers;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class ApproveModel(AppDb db, EmployerReviewService review) : DecisionPage(db)
{
    public async Task<IActionResult> OnPostAsync()
    {
        await review.ApproveAsync(Id, Ct);
        return Done("Show", $"{Name} är godkänd.", new { Id });
    }
}
