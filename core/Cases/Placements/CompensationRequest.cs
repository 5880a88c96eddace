using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Law.Supports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Ersättning begärd: that the employer has asked Arbetsförmedlingen for one month's money. Noted here, never sent from here.</summary>
public sealed class CompensationRequest : Entity
{
    private CompensationRequest() { }

    /// <param name="worked">The employment's days, as far as is known.</param>
    /// <param name="requested">When each of the decision's months was asked for before.</param>
    internal static CompensationRequest Note(SupportDecision decision, Period worked, DateOnly month, DateOnly on,
        IReadOnlyDictionary<DateOnly, DateOnly> requested, RuleSet rules, Stamp stamp)
    {
        var first = CompensationMonths.FirstOf(month);
        var over = CompensationMonths.Until(stamp.Today, rules, new CompensatedDecision(decision.Kind, decision.Period, worked, requested));
        RuleBreachException.When(decision.AfHasDataAt is not null || over.All(m => m.Month != first), Rule.CompensationMonthOutside, nameof(Month));
        RuleBreachException.When(requested.ContainsKey(first), Rule.CompensationAlreadyNoted, nameof(Month));
        RuleBreachException.When(on > stamp.Today, Rule.DateInFuture, nameof(RequestedOn));
        RuleBreachException.When(on <= CompensationMonths.LastOf(first), Rule.CompensationBeforeMonthEnd, nameof(RequestedOn));
        return new() { SupportDecisionId = decision.Id, Month = first, RequestedOn = on, NotedAt = stamp.At, NotedBy = stamp.UserId };
    }

    public Guid SupportDecisionId { get; private set; }

    /// <summary>First day of the calendar month.</summary>
    public DateOnly Month { get; private set; }
    public DateOnly RequestedOn { get; private set; }
    public DateTime NotedAt { get; private set; }
    public Guid? NotedBy { get; private set; }
}

internal sealed class CompensationRequestConfiguration : IEntityTypeConfiguration<CompensationRequest>
{
    public void Configure(EntityTypeBuilder<CompensationRequest> b)
    {
        b.ToTable("CompensationRequests");
        b.HasIndex(r => new { r.SupportDecisionId, r.Month }).IsUnique();
        b.HasOne<SupportDecision>().WithMany().HasForeignKey(r => r.SupportDecisionId).OnDelete(DeleteBehavior.Cascade);
    }
}
