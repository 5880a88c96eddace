using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

[AllowRoles(Role.Procurer, Role.ContractManager)]
public sealed class AddClauseModel(AppDb db, Viewer viewer, ContractService contracts) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ClauseForm Clause { get; set; } = new();

    public string Title { get; private set; } = "";

    protected override async Task LoadAsync() =>
        Title = await ContractService.VisibleTo(db, viewer).Where(c => c.Id == Id).Select(c => c.Title).SingleOrDefaultAsync(Ct)
            ?? throw new NotFoundException("Contract");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await contracts.AddClauseAsync(Id, Clause.Details(), Ct);
        return Done("/Procurement/Contracts/Show", "Kravet är tillagt.", new { Id });
    }
}
