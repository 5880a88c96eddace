using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Procurement;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Procurement;

public class ContractServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly ContractDetails Details = new()
    {
        DiaryNumber = "KS 2026/1", Title = "Lokalvård", SupplierName = "Städarna", From = new DateOnly(2026, 1, 1), To = new DateOnly(2027, 12, 31),
    };

    private static readonly ClauseDetails Clause = new() { Kind = ClauseKind.Employment, CommitmentMonths = 12 };

    private static async Task<CoreTest> StartAsync()
    {
        var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Procurer);
        return t;
    }

    private static async Task RefusedAsync(CoreTest t, Rule rule, string? field, Func<ContractService, Task> command)
    {
        t.NewScope();
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => command(t.Get<ContractService>()));
        Assert.Equal((rule, field), (breach.Rule, breach.Field));
        t.NewScope();
    }

    [Fact]
    public async Task A_contract_has_a_time_an_atagande_and_a_diary_number_of_its_own()
    {
        await using var t = await StartAsync();
        await RefusedAsync(t, Rule.ContractPeriodReversed, "To", s => s.FlagAsync(Details with { To = Details.From.AddDays(-1) }, Clause, null, Ct));
        foreach (var months in new[] { 0, -1 })
            await RefusedAsync(t, Rule.CommitmentNotPositive, "CommitmentMonths", s => s.FlagAsync(Details, Clause with { CommitmentMonths = months }, null, Ct));
        await RefusedAsync(t, Rule.DateImpossible, "AwardedOn", s => s.FlagAsync(Details, Clause, t.Clock.Today().AddDays(1), Ct));
        await t.Get<ContractService>().FlagAsync(Details, Clause, null, Ct);
        foreach (var same in new[] { "KS 2026/1", "ks 2026/1" })
            await RefusedAsync(t, Rule.DiaryNumberTaken, "DiaryNumber", s => s.FlagAsync(Details with { DiaryNumber = same, Title = "Ett annat" }, Clause, null, Ct));
        Assert.Equal("Lokalvård", await t.Db.Contracts.Select(c => c.Title).SingleAsync(Ct));
    }

    [Fact]
    public async Task What_somebody_else_has_changed_meanwhile_is_not_written_over()
    {
        await using var t = await StartAsync();
        var id = await t.Get<ContractService>().FlagAsync(Details, Clause, null, Ct);
        var read = await t.Db.Contracts.Select(c => c.Version).SingleAsync(Ct);
        await t.Get<ContractService>().DescribeAsync(id, read, Details with { Title = "Städning" }, Ct);
        await RefusedAsync(t, Rule.ChangedByAnother, null, s => s.DescribeAsync(id, read, Details with { Title = "Fönsterputs" }, Ct));
        Assert.Equal("Städning", await t.Db.Contracts.Select(c => c.Title).SingleAsync(Ct));
    }

    [Fact]
    public async Task Until_the_award_only_procurers_see_it()
    {
        await using var t = await StartAsync();
        await t.Get<ContractService>().FlagAsync(Details, Clause, null, Ct);
        Assert.Equal(1, await ContractService.VisibleTo(t.Db, t.Viewer).CountAsync(Ct));
        await t.AsAsync(Role.ContractManager);
        Assert.Equal(0, await ContractService.VisibleTo(t.Db, t.Viewer).CountAsync(Ct));
        await t.AsAsync(Role.Procurer);
        await t.Get<ContractService>().AwardAsync(await t.Db.Contracts.Select(c => c.Id).SingleAsync(Ct), t.Clock.Today(), Ct);
        await t.AsAsync(Role.ContractManager);
        Assert.Equal(1, await ContractService.VisibleTo(t.Db, t.Viewer).CountAsync(Ct));
    }

    [Fact]
    public void The_status_follows_from_the_award_and_the_last_day()
    {
        var last = new DateOnly(2027, 6, 30);
        Assert.Equal(ContractStatus.BeforeAward, Contract.StatusOn(null, last, last));
        Assert.Equal(ContractStatus.Awarded, Contract.StatusOn(last.AddYears(-1), last, last));
        Assert.Equal(ContractStatus.Ended, Contract.StatusOn(last.AddYears(-1), last, last.AddDays(1)));
    }

    [Fact]
    public async Task A_reduction_is_granted_after_the_award_and_never_of_more_than_was_promised()
    {
        await using var t = await StartAsync();
        var id = await t.Get<ContractService>().FlagAsync(Details, Clause, null, Ct);
        var clause = await t.Db.Clauses.Select(k => k.Id).SingleAsync(Ct);
        var today = t.Clock.Today();
        await RefusedAsync(t, Rule.NotAwarded, null, s => s.GrantReductionAsync(id, clause, 3, today, "KS 2026/2", Ct));
        await t.Get<ContractService>().AwardAsync(id, today, Ct);
        foreach (var months in new[] { -1, 13, int.MaxValue })
            await RefusedAsync(t, Rule.ReductionTooLarge, "ReductionMonths", s => s.GrantReductionAsync(id, clause, months, today, "KS 2026/2", Ct));
        await RefusedAsync(t, Rule.DateImpossible, "ReductionGrantedOn", s => s.GrantReductionAsync(id, clause, 3, today.AddDays(1), "KS 2026/2", Ct));
        await t.Get<ContractService>().GrantReductionAsync(id, clause, 12, today, "KS 2026/2", Ct);
    }
}
