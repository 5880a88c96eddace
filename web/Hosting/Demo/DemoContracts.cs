using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Places.Procurement;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>Contracts with sysselsättningskrav: kept, on their way, late, over, and two that are secret still.</summary>
internal sealed class DemoContracts(DemoStage stage, DemoLogins logins, DemoOffers offers, DemoCases cases, IReadOnlyList<DemoPlace> places)
{
    private sealed record Planned(string Title, Branch Branch, int MonthsAgo, int Years, int Commitment, ClauseKind Kind, int Placements, int Reduction = 0, bool Awarded = true);

    private static readonly Planned[] All =
    [
        new("Lokalvård i skolor och förskolor", Branch.Support, 34, 3, 24, ClauseKind.Either, 8),
        new("Ombyggnad av Centralskolan", Branch.Construction, 26, 2, 12, ClauseKind.Employment, 3),
        new("Måltider till äldreboenden", Branch.Hospitality, 20, 4, 18, ClauseKind.Either, 5, Reduction: 3),
        new("Skötsel av grönytor", Branch.Agriculture, 15, 4, 24, ClauseKind.Praktik, 4),
        new("Skolskjuts och färdtjänst", Branch.Transport, 11, 4, 12, ClauseKind.Employment, 0),
        new("Renovering av simhallen", Branch.Construction, 4, 2, 18, ClauseKind.Either, 1),
        new("Möbler och återbruk", Branch.Manufacturing, -2, 4, 12, ClauseKind.Praktik, 0, Awarded: false),
        new("Ny förskola i Sjövallen", Branch.Construction, -5, 2, 24, ClauseKind.Either, 0, Awarded: false),
    ];

    /// <summary>Who delivers the contract that has most to show.</summary>
    public DemoPlace MainSupplier { get; private set; } = null!;

    public void PlanAll(Queue<DemoParticipant> people, Guid unitId)
    {
        var suppliers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < All.Length; i++)
        {
            var plan = All[i];
            var from = new DateOnly(stage.Last.Year, stage.Last.Month, 1).AddMonths(-plan.MonthsAgo);
            var supplier = places.Where(p => p.Sector == Sector.Private && p.Branch == plan.Branch && !suppliers.Contains(p.Digits) && !OrgNumber.Stored(p.Digits).IsSoleTrader)
                .MaxBy(p => p.Free(from, from.AddYears(plan.Years)))!;
            suppliers.Add(supplier.Digits);
            MainSupplier ??= supplier;
            Plan(plan, $"KS {from.Year}/{210 + i * 37}", supplier, from, people, unitId);
        }
    }

    private void Plan(Planned plan, string number, DemoPlace supplier, DateOnly from, Queue<DemoParticipant> people, Guid unitId)
    {
        var to = from.AddYears(plan.Years).AddDays(-1);
        var flagged = plan.Awarded ? from.AddDays(-60) : stage.Last.AddDays(-20);
        var details = new ContractDetails
        {
            DiaryNumber = number, Title = plan.Title, SupplierName = plan.Awarded ? supplier.Employer : "Inte klart", SupplierOrgNumber = plan.Awarded ? supplier.Digits : null,
            UnitId = unitId, Branch = plan.Branch, From = from, To = to,
        };
        var clause = new ClauseDetails
        {
            Kind = plan.Kind, CommitmentMonths = plan.Commitment,
            Note = "Leverantören ska under avtalstiden ta emot personer som kommunen föreslår, räknat i månader på heltid.",
        };
        var id = Guid.Empty;
        stage.On(flagged, async () => id = await stage.AskAsync<ContractService, Guid>(logins.Procurer, s => s.FlagAsync(details, clause, null, default)));
        if (!plan.Awarded)
            return;
        stage.On(from.AddDays(-30), () => stage.DoAsync<ContractService>(logins.Procurer, s => s.AwardAsync(id, from.AddDays(-30), default)));
        if (plan.Reduction > 0)
            stage.On(from.AddMonths(9), async () =>
            {
                var clauseId = await stage.ReadAsync(db => db.Clauses.Where(k => k.ContractId == id).Select(k => k.Id).SingleAsync());
                await stage.DoAsync<ContractService>(logins.ContractManager,
                    s => s.GrantReductionAsync(id, clauseId, plan.Reduction, from.AddMonths(9), $"KS {from.AddMonths(9).Year}/612", default));
            });
        PlanPlacements(plan, supplier, from, to, people, () => id);
    }

    private void PlanPlacements(Planned plan, DemoPlace supplier, DateOnly from, DateOnly to, Queue<DemoParticipant> people, Func<Guid> contract)
    {
        for (var n = 0; n < plan.Placements; n++)
        {
            var start = from.AddMonths(2 + n * Math.Max(1, plan.Years * 12 / (plan.Placements + 2))).AddWorkingDays(1);
            var end = start.AddMonths(plan.Kind == ClauseKind.Employment ? 6 : 4).AddDays(-1);
            if (end > to || !people.TryPeek(out var person) || person.FreeFrom > start.AddWorkingDays(-30) || supplier.Free(start, end) < 1)
                continue;
            people.Dequeue();
            var offer = offers.Make(plan.Kind == ClauseKind.Employment ? Form.Employment : Form.Praktik, start, end, 1, start.AddWorkingDays(-14), supplier, contract);
            cases.PlanClause(person, offer, start, end);
        }
    }
}
