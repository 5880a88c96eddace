using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Core.Places.Procurement;

public enum ContractStatus
{
    [Display(Name = "Före tilldelning")] BeforeAward,
    [Display(Name = "Tilldelat")] Awarded,
    [Display(Name = "Avslutat")] Ended,
}

/// <summary>
/// A procured contract that carries sysselsättningskrav. Before award nothing of it shows outside procurement
/// (anbudssekretess, OSL 19 kap. 3 §).
/// </summary>
public sealed class Contract : Root
{
    private readonly List<Clause> _clauses = [];

    private Contract() { }

    public static Contract Flag(ContractDetails details, Stamp stamp)
    {
        var contract = new Contract { FlaggedBy = stamp.UserId };
        contract.Set(details);
        contract.Changed(stamp, "Flagged");
        return contract;
    }

    public string DiaryNumber { get; private set; } = "";
    public string CodeKey { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string SupplierName { get; private set; } = "";
    public string? SupplierOrgNumberDigits { get; private set; }
    public Guid? UnitId { get; private set; }
    public Branch Branch { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public DateOnly? AwardedOn { get; private set; }
    public Guid? FlaggedBy { get; private set; }
    public string SortKey { get; private set; } = "";
    public IReadOnlyList<Clause> Clauses => _clauses;

    /// <summary>Derived from the dates, never stored.</summary>
    public static ContractStatus StatusOn(DateOnly? awardedOn, DateOnly to, DateOnly today) =>
        awardedOn is null ? ContractStatus.BeforeAward : to < today ? ContractStatus.Ended : ContractStatus.Awarded;

    public void Describe(ContractDetails details, Stamp stamp)
    {
        Set(details);
        Changed(stamp, "Described");
    }

    /// <summary>From award on AME and the supplier may see the contract and link places to it.</summary>
    public void Award(DateOnly on, Stamp stamp)
    {
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, nameof(AwardedOn));
        AwardedOn = on;
        Changed(stamp, "Awarded");
    }

    public Clause AddClause(ClauseDetails details, Stamp stamp)
    {
        RuleBreachException.When(details.CommitmentMonths <= 0, Rule.CommitmentNotPositive, nameof(details.CommitmentMonths));
        var clause = new Clause(this, details);
        _clauses.Add(clause);
        Changed(stamp, "ClauseAdded", details.Kind.ToString());
        return clause;
    }

    /// <summary>Bevilja reduktion: so many months of the åtagande need not be delivered. A later decision replaces an earlier one.</summary>
    public void GrantReduction(Guid clauseId, int months, DateOnly on, string reference, Stamp stamp)
    {
        var clause = _clauses.Find(k => k.Id == clauseId) ?? throw new NotFoundException("Clause");
        RuleBreachException.When(AwardedOn is null, Rule.NotAwarded);
        RuleBreachException.When(on > stamp.Today, Rule.DateImpossible, nameof(clause.ReductionGrantedOn));
        clause.Reduce(months, on, reference);
        Changed(stamp, "ReductionGranted");
    }

    private void Set(ContractDetails d)
    {
        RuleBreachException.When(d.To < d.From, Rule.ContractPeriodReversed, nameof(d.To));
        SupplierOrgNumberDigits = string.IsNullOrWhiteSpace(d.SupplierOrgNumber) ? null : OrgNumber.Parse(d.SupplierOrgNumber, nameof(d.SupplierOrgNumber)).Digits;
        (DiaryNumber, Title, SupplierName, UnitId, Branch, From, To) =
            (d.DiaryNumber.Trim(), d.Title.Trim(), d.SupplierName.Trim(), d.UnitId, d.Branch, d.From, d.To);
        CodeKey = Codes.Key(DiaryNumber);
        SortKey = Folding.SortKey(Title, Id);
    }
}

public sealed record ContractDetails
{
    public required string DiaryNumber { get; init; }
    public required string Title { get; init; }
    public required string SupplierName { get; init; }
    public string? SupplierOrgNumber { get; init; }
    public Guid? UnitId { get; init; }
    public Branch Branch { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
}
