using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

public sealed class VoidModel(Reading reading, AgreementService agreements) : AgreementPage(reading)
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
