using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

[AllowRoles(Role.Procurer)]
public sealed class NewModel(AppDb db, ContractService contracts, TimeProvider clock) : AppPage
{
    [BindProperty] public ContractForm Contract { get; set; } = new();
    [BindProperty] public ClauseForm Clause { get; set; } = new();
    [BindProperty] public DateOnly? AwardedOn { get; set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override async Task LoadAsync() => Units = await ContractForm.UnitsAsync(db, clock.Today(), null, Ct);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await contracts.FlagAsync(Contract.Details(), Clause.Details(), AwardedOn, Ct);
        return Done("/Procurement/Contracts/Show", "Avtalet är registrerat.", new { id });
    }
}
