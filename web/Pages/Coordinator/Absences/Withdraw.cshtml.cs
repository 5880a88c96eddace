using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Absences;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Absences;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class WithdrawModel(AppDb db, AbsenceService absences) : AppPage
{
    [FromRoute] public Guid Id { get; set; }

    public AbsenceRow Absence { get; private set; } = null!;

    protected override async Task LoadAsync() =>
        Absence = await AbsenceRow.Of(db, absences.Open().Where(a => a.Id == Id)).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException(nameof(Core.Parties.Absences.Absence));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await absences.WithdrawAsync(Id, Ct);
        return Done("/Coordinator/Absences/Index", "Ersättaren är borttagen.");
    }
}
