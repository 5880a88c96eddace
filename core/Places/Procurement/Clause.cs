using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Places.Procurement;

public enum ClauseKind
{
    [Display(Name = "Anställning")] Employment,
    [Display(Name = "Praktik")] Praktik,
    [Display(Name = "Anställning eller praktik")] Either,
}

/// <summary>
/// The contract's term on employment: so many months of full time, with a first start within six months of the contract's.
/// Who leaves for own reasons after three quarters of the agreed time counts as having done all of it.
/// </summary>
public sealed class Clause : Entity
{
    private Clause() { }

    internal Clause(Contract contract, ClauseDetails d)
    {
        ContractId = contract.Id;
        (Kind, CommitmentMonths, FirstStartBy, Note) = (d.Kind, d.CommitmentMonths, d.FirstStartBy ?? contract.From.AddMonths(6), d.Note?.Trim());
    }

    public Guid ContractId { get; private set; }
    public ClauseKind Kind { get; private set; }

    /// <summary>Åtagande, in months of full time.</summary>
    public int CommitmentMonths { get; private set; }

    /// <summary>Beviljad reduktion, in months of full time.</summary>
    public int ReductionMonths { get; private set; }

    public DateOnly? ReductionGrantedOn { get; private set; }

    /// <summary>Diary number or other reference of the decision on the reduction.</summary>
    public string? ReductionReference { get; private set; }

    public DateOnly FirstStartBy { get; private set; }
    public string? Note { get; private set; }

    internal void Reduce(int months, DateOnly on, string reference)
    {
        RuleBreachException.When(months < 0 || months > CommitmentMonths, Rule.ReductionTooLarge, nameof(ReductionMonths), CommitmentMonths);
        (ReductionMonths, ReductionGrantedOn, ReductionReference) = (months, on, reference.Trim());
    }
}

public sealed record ClauseDetails
{
    public required ClauseKind Kind { get; init; }
    public required int CommitmentMonths { get; init; }
    public DateOnly? FirstStartBy { get; init; }
    public string? Note { get; init; }
}
