using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

[AllowRoles(Role.Procurer)]
public sealed class AwardModel(AppDb db, Viewer viewer, ContractService contracts) : AppPage
{
    public sealed record Shown(string Title, DateOnly? AwardedOn);

    [FromRoute] public Guid Id { get; set; }
    [BindProperty, Required] public DateOnly? AwardedOn { get; set; }

    public Shown Contract { get; private set; } = null!;

    protected override async Task LoadAsync() =>
        Contract = await ContractService.VisibleTo(db, viewer).AsNoTracking().Where(c => c.Id == Id)
            .Select(c => new Shown(c.Title, c.AwardedOn)).SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Contract");

    public void OnGet() => AwardedOn = Contract.AwardedOn;

    public async Task<IActionResult> OnPostAsync()
    {
        await contracts.AwardAsync(Id, AwardedOn!.Value, Ct);
        return Done("/Procurement/Contracts/Show", "Tilldelningen är angiven. Avtalet syns nu för Arbetsmarknadsenheten och den avtalsansvarige.", new { Id });
    }
}
