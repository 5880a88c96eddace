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

[AllowRoles(Role.Procurer, Role.ContractManager)]
public sealed class GrantReductionModel(AppDb db, Viewer viewer, ContractService contracts) : AppPage
{
    public sealed record Shown(string Title, int CommitmentMonths, int ReductionMonths, DateOnly? GrantedOn, string? Reference);

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid ClauseId { get; set; }
    [BindProperty, Required] public int? ReductionMonths { get; set; }
    [BindProperty, Required] public DateOnly? ReductionGrantedOn { get; set; }
    [BindProperty, Required, StringLength(60)] public string Reference { get; set; } = "";

    public Shown Clause { get; private set; } = null!;

    protected override async Task LoadAsync() =>
        Clause = await ContractService.VisibleTo(db, viewer).AsNoTracking().Where(c => c.Id == Id)
            .SelectMany(c => c.Clauses, (c, k) => new { c.Title, Clause = k }).Where(k => k.Clause.Id == ClauseId)
            .Select(k => new Shown(k.Title, k.Clause.CommitmentMonths, k.Clause.ReductionMonths, k.Clause.ReductionGrantedOn, k.Clause.ReductionReference))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Clause");

    public void OnGet()
    {
        if (Clause.GrantedOn is not null)
            (ReductionMonths, ReductionGrantedOn, Reference) = (Clause.ReductionMonths, Clause.GrantedOn, Clause.Reference ?? "");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await contracts.GrantReductionAsync(Id, ClauseId, ReductionMonths!.Value, ReductionGrantedOn!.Value, Reference, Ct);
        return Done("/Procurement/Contracts/Show", "Reduktionen är registrerad.", new { Id });
    }
}
