using EnVagUt.Core.Cases.Delivery;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

[AllowRoles(Role.Procurer, Role.ContractManager, Role.Coordinator, Role.UnitManager, Role.BusinessContact)]
public sealed class IndexModel(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    public sealed record Row(Guid Id, string DiaryNumber, string Title, string SupplierName, DateOnly From, DateOnly To, DateOnly? AwardedOn);

    private ILookup<Guid, Fulfilment> _fulfilments = Array.Empty<Fulfilment>().ToLookup(_ => Guid.Empty);

    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true, Name = "fore")] public string? Before { get; set; }
    [BindProperty(SupportsGet = true, Name = "efter")] public string? After { get; set; }

    public KeyPage<Row> Contracts { get; private set; } = KeyPage<Row>.None;
    public bool MayFlag => viewer.Is(Role.Procurer);

    protected override async Task LoadAsync()
    {
        var visible = ContractService.VisibleTo(db, viewer).AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var found = SearchIndex.Find(db, SearchOwner.Contract, Search);
            visible = visible.Where(c => found.Contains(c.Id));
        }
        Contracts = await visible.ReadPageAsync(c => c.SortKey,
            c => new Row(c.Id, c.DiaryNumber, c.Title, c.SupplierName, c.From, c.To, c.AwardedOn), Before, After, Ct);
        var ids = Contracts.Rows.Select(c => c.Id).ToList();
        var clauses = await db.Clauses.AsNoTracking().Where(k => ids.Contains(k.ContractId)).ToListAsync(Ct);
        var ledger = await ClauseLedger.ReadAsync(db, [.. clauses.Select(k => k.Id)], Ct);
        _fulfilments = clauses.ToLookup(k => k.ContractId, k => ledger.Fulfilment(k, clock.Today()));
    }

    public void OnGet()
    {
    }

    public ContractStatus StatusOf(Row c) => Contract.StatusOn(c.AwardedOn, c.To, clock.Today());
    public MonthUnits Demanded(Row c) => _fulfilments[c.Id].Aggregate(MonthUnits.Zero, (sum, f) => sum + f.Demanded);
    public MonthUnits Remaining(Row c) => _fulfilments[c.Id].Aggregate(MonthUnits.Zero, (sum, f) => sum + f.Remaining);
}
