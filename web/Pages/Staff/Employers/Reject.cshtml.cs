using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Staff.Employers;

[AllowRoles(Role.Coordinator, Role.BusinessContact, Role.UnitManager, Role.Administrator)]
public sealed class RejectModel(AppDb db, EmployerReviewService review) : DecisionPage(db)
{
    [BindProperty, Required, StringLength(1000)] public string Because { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        await review.RejectAsync(Id, Because, Ct);
        return Done("Show", $"{Name} är nekad och har fått ett brev.", new { Id });
    }
}
