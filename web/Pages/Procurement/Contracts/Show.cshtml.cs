using EnVagUt.Core.Cases.Delivery;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

/// <summary>Uppfyllelse av krav: what each clause demands and what is delivered, without any person.</summary>
[AllowRoles(Role.Procurer, Role.ContractManager, Role.Coordinator, Role.UnitManager, Role.BusinessContact)]
public sealed class ShowModel(AppDb db, Viewer viewer, TimeProvider clock) : AppPage
{
    public const int ShownPlacements = 100;

    public sealed record Shown(string DiaryNumber, string Title, string SupplierName, string? Digits, Guid? UnitId, Branch Branch,
        DateOnly From, DateOnly To, DateOnly? AwardedOn)
    {
        public string? SupplierNumber => Digits is null ? null : OrgNumber.Stored(Digits).Display;
    }

    [FromRoute] public Guid Id { get; set; }

    public Shown Contract { get; private set; } = null!;
    public string Unit { get; private set; } = "";
    public IReadOnlyList<ClauseView> Clauses { get; private set; } = [];
    public ContractStatus Status => Core.Places.Procurement.Contract.StatusOn(Contract.AwardedOn, Contract.To, clock.Today());
    public bool MayChange => viewer.IsAny(Role.Procurer, Role.ContractManager);

    protected override async Task LoadAsync()
    {
        Contract = await ContractService.VisibleTo(db, viewer).AsNoTracking().Where(c => c.Id == Id)
            .Select(c => new Shown(c.DiaryNumber, c.Title, c.SupplierName, c.SupplierOrgNumberDigits, c.UnitId, c.Branch, c.From, c.To, c.AwardedOn))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Contract");
        Unit = (await OrgTree.LoadAsync(db, Ct)).Path(Contract.UnitId);
        var clauses = await db.Clauses.AsNoTracking().Where(k => k.ContractId == Id).OrderBy(k => k.Seq).ToListAsync(Ct);
        var ledger = await ClauseLedger.ReadAsync(db, [.. clauses.Select(k => k.Id)], Ct);
        Clauses = [.. clauses.Select((k, i) => new ClauseView(i + 1, k, ledger, Contract.To, clock.Today()))];
    }

    public void OnGet()
    {
    }

    public string NextStep => Status switch
    {
        ContractStatus.BeforeAward =>
            "Avtalet är inte tilldelat, och bara upphandlare ser det. Ange tilldelningen när beslutet är fattat. Då ser Arbetsmarknadsenheten kravet, och leverantören kan anmäla platser.",
        ContractStatus.Ended when Clauses.All(k => k.Fulfilment.IsFulfilled) => $"Avtalet tog slut den {Contract.To.Written()} och kravet blev uppfyllt.",
        ContractStatus.Ended => $"Avtalet tog slut den {Contract.To.Written()} utan att hela kravet blev uppfyllt. Den avtalsansvarige avgör vad avtalet säger om det.",
        _ when Clauses.All(k => k.Fulfilment.IsFulfilled) => "Kravet är uppfyllt. Det som levereras härefter räknas som utöver åtagandet.",
        _ when Clauses.FirstOrDefault(k => k.IsLate) is { } late =>
            $"Den första personen skulle ha börjat senast den {late.FirstStartBy.Written()}. Den avtalsansvarige tar kontakt med leverantören, och en samordnare hjälper till att hitta någon.",
        _ when Clauses.FirstOrDefault(k => k.Fulfilment.FirstStart is null) is { } waiting =>
            $"Leverantören anmäler platser mot kravet här i portalen. Den första personen ska ha börjat senast den {waiting.FirstStartBy.Written()}.",
        _ => $"Leverantören har börjat leverera. Kvar är {string.Join(" och ", Clauses.Where(k => !k.Fulfilment.IsFulfilled).Select(k => k.Fulfilment.Remaining))}.",
    };

    public static string Time(ClausePlacement p) => new Period(p.StartedOn ?? p.From, p.EndedOn ?? p.To).ToString();
}
