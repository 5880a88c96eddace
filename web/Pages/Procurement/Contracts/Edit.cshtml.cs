using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

[AllowRoles(Role.Procurer, Role.ContractManager)]
public sealed class EditModel(AppDb db, Viewer viewer, ContractService contracts, TimeProvider clock) : AppPage
{
    private ContractForm _stored = new();
    private Guid _version;

    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public Guid Version { get; set; }
    [BindProperty] public ContractForm Contract { get; set; } = new();

    public string Title => _stored.Title;
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var c = await ContractService.VisibleTo(db, viewer).AsNoTracking().Where(c => c.Id == Id)
            .Select(c => new { c.Version, c.DiaryNumber, c.Title, c.SupplierName, c.SupplierOrgNumberDigits, c.UnitId, c.Branch, c.From, c.To })
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Contract");
        _version = c.Version;
        _stored = new ContractForm
        {
            DiaryNumber = c.DiaryNumber, Title = c.Title, SupplierName = c.SupplierName, SupplierOrgNumber = c.SupplierOrgNumberDigits,
            UnitId = c.UnitId, Branch = c.Branch, From = c.From, To = c.To,
        };
        Units = await ContractForm.UnitsAsync(db, clock.Today(), c.UnitId, Ct);
    }

    public void OnGet() => (Contract, Version) = (_stored, _version);

    public async Task<IActionResult> OnPostAsync()
    {
        await contracts.DescribeAsync(Id, Version, Contract.Details(), Ct);
        return Done("/Procurement/Contracts/Show", "Avtalet är ändrat.", new { Id });
    }
}
