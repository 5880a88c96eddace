using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Places.Procurement;

/// <summary>Procurement staff flag contracts and their sysselsättningskrav.</summary>
public sealed class ContractService(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>The contracts that a viewer may see: the procurer all, others from award on (anbudssekretess).</summary>
    public static IQueryable<Contract> VisibleTo(AppDb db, Viewer viewer) =>
        viewer.Is(Role.Procurer) ? db.Contracts : db.Contracts.Where(c => c.AwardedOn != null);

    /// <returns>The contract's id.</returns>
    public async Task<Guid> FlagAsync(ContractDetails details, ClauseDetails clause, DateOnly? awardedOn, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        var contract = Contract.Flag(details, stamp);
        contract.AddClause(clause, stamp);
        if (awardedOn is { } on)
            contract.Award(on, stamp);
        db.Contracts.Add(contract);
        await SaveAsync(contract, ct);
        return contract.Id;
    }

    public async Task DescribeAsync(Guid id, Guid version, ContractDetails details, CancellationToken ct)
    {
        var contract = await LoadAsync(id, ct);
        contract.EnsureVersion(version);
        contract.Describe(details, viewer.Stamp(clock));
        await SaveAsync(contract, ct);
    }

    public async Task AwardAsync(Guid id, DateOnly on, CancellationToken ct)
    {
        var contract = await LoadAsync(id, ct);
        contract.Award(on, viewer.Stamp(clock));
        await SaveAsync(contract, ct);
    }

    public async Task AddClauseAsync(Guid id, ClauseDetails clause, CancellationToken ct)
    {
        var contract = await LoadAsync(id, ct);
        contract.AddClause(clause, viewer.Stamp(clock));
        await SaveAsync(contract, ct);
    }

    public async Task GrantReductionAsync(Guid id, Guid clauseId, int months, DateOnly on, string reference, CancellationToken ct)
    {
        var contract = await LoadAsync(id, ct);
        contract.GrantReduction(clauseId, months, on, reference, viewer.Stamp(clock));
        await SaveAsync(contract, ct);
    }

    private async Task<Contract> LoadAsync(Guid id, CancellationToken ct) =>
        await VisibleTo(db, viewer).Include(c => c.Clauses).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotFoundException("Contract");

    private async Task SaveAsync(Contract contract, CancellationToken ct)
    {
        await SearchIndex.SetAsync(db, SearchOwner.Contract, contract.Id, [contract.Title, contract.SupplierName, contract.DiaryNumber], ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            throw new RuleBreachException(Rule.DiaryNumberTaken, nameof(ContractDetails.DiaryNumber));
        }
    }
}
