using EnVagUt.Core.Cases.Delivery;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Placements;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Procurement;

/// <summary>What is read for the follow-up of a contract: each clause with its own placements, and nobody of protected identity in a list.</summary>
public class ClauseLedgerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_clause_has_its_own_placements_with_their_workplace_extents_and_uppehall()
    {
        await using var t = await CoreTest.StartAsync();
        var (clause, neighbour) = (await ClauseAsync(t, 1), await ClauseAsync(t, 2));
        var own = await LinkedAsync(t, clause, "Running", "Butiken");
        var beside = await LinkedAsync(t, neighbour, "Paused", "Grannen");
        await PlacementInState.BringAsync(t, Form.Praktik, "Running");
        await t.AsAsync(Role.Coordinator);
        await t.Get<PlacementService>().ReplanAsync(
            beside.Id, new Replan(beside.From.AddDays(10), beside.From.AddMonths(2), Cells.From([0, 3, 6, 9, 12]), ReplanReason.StepDown), Ct, Answered.ToAll);

        var ledger = await ReadAsync(t, clause, neighbour);
        Assert.Equal([("Butiken", own.From, 100, 0)], ledger.Placements(clause.Id).Select(Of));
        Assert.Equal([("Grannen", beside.From, 50, 1)], ledger.Placements(neighbour.Id).Select(Of));
        Assert.Empty((await ReadAsync(t, clause)).Placements(neighbour.Id));
        static (string, DateOnly?, int, int) Of(ClausePlacement p) => (p.Workplace, p.StartedOn, p.Extents[^1].Percent, p.Pauses.Count);
    }

    [Fact]
    public async Task What_was_voided_or_not_held_counts_nowhere_and_whoever_is_protected_only_in_the_months()
    {
        await using var t = await CoreTest.StartAsync();
        var clause = await ClauseAsync(t, 1);
        foreach (var situation in new[] { "Voided", "NotHeld", "Requested" })
            await LinkedAsync(t, clause, situation, situation, isProtected: situation == "Requested");
        var hidden = await LinkedAsync(t, clause, "Running", "Dold", isProtected: true);
        var listed = await LinkedAsync(t, clause, "Running", "Butiken");

        var ledger = await ReadAsync(t, clause);
        Assert.Equal(["Butiken"], ledger.Placements(clause.Id).Select(p => p.Workplace));
        var today = t.Clock.Today();
        Assert.Equal(MonthUnits.Between(hidden.From, today, 100) + MonthUnits.Between(listed.From, today, 100), ledger.Fulfilment(clause, today).Delivered);
        Assert.Equal(hidden.From, ledger.Fulfilment(clause, today).FirstStart);
    }

    private static Task<ClauseLedger> ReadAsync(CoreTest t, params Clause[] clauses) => ClauseLedger.ReadAsync(t.Db, [.. clauses.Select(k => k.Id)], Ct);

    private static async Task<PlacementInState> LinkedAsync(CoreTest t, Clause clause, string situation, string workplace, bool isProtected = false)
    {
        var case_ = await PlacementInState.BringAsync(t, Form.Praktik, situation);
        await t.Db.Placements.Where(p => p.Id == case_.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.ClauseId, clause.Id).SetProperty(p => p.IsProtected, isProtected), Ct);
        await t.Db.Workplaces.Where(w => w.EmployerId == case_.EmployerId).ExecuteUpdateAsync(u => u.SetProperty(w => w.Name, workplace), Ct);
        return case_;
    }

    private static async Task<Clause> ClauseAsync(CoreTest t, int number)
    {
        var stamp = new Stamp(null, t.Clock.UtcNow());
        var contract = Contract.Flag(new ContractDetails
        {
            DiaryNumber = $"KS 2026/{number}", Title = "Städning", SupplierName = "Städarna", From = t.Clock.Today(), To = t.Clock.Today().AddYears(2),
        }, stamp);
        var clause = contract.AddClause(new ClauseDetails { Kind = ClauseKind.Praktik, CommitmentMonths = 12 }, stamp);
        await using var db = t.Database.Open();
        db.Add(contract);
        await db.SaveChangesAsync(Ct);
        return clause;
    }
}
