using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class VoidModel(AppDb db, Viewer viewer, ReadLog readLog, TimeProvider clock, AgreementService agreements)
    : AgreementPage(db, viewer, readLog, clock)
{
    public bool MayVoid => Versions.IsUnderWay && !Versions.IsOlder;

    /// <summary>An earlier one holds, and goes on holding.</summary>
    public bool HoldsBefore => Versions.All.Any(a => a.Status == AgreementStatus.Concluded);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await agreements.VoidAsync(Id, Version, Ct);
        return DoneWithAgreement("Versionen är makulerad.");
    }
}
