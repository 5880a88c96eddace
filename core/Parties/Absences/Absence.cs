using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Parties.Absences;

/// <summary>
/// A colleague is away, and somebody else takes the queue (docs/vardag.md, By hand): reads the letters about the cases and has them
/// among the own ones. Says never why.
/// </summary>
public sealed class Absence : Root
{
    /// <summary>Longer than this is another coordinator's case: «Ta över».</summary>
    public const int MostMonths = 12;

    private Absence() { }

    /// <exception cref="RuleBreachException">Days that are reversed, over or too many; somebody who stands in for oneself.</exception>
    public Absence(Guid userId, Guid substituteId, Period days, Stamp stamp)
    {
        RuleBreachException.When(userId == substituteId, Rule.SubstituteIsSelf, nameof(SubstituteId));
        RuleBreachException.When(days.To < days.From, Rule.PeriodReversed, nameof(To));
        RuleBreachException.When(days.To < stamp.Today, Rule.AbsenceIsOver, nameof(To));
        RuleBreachException.When(days.To is null || days.To >= days.From.AddMonths(MostMonths), Rule.AbsenceTooLong, nameof(To), MostMonths.InMonths());
        (UserId, SubstituteId, From, To) = (userId, substituteId, days.From, days.To!.Value);
        Changed(stamp, "Registered");
    }

    public Guid UserId { get; private set; }
    public Guid SubstituteId { get; private set; }

    /// <summary>First and last day, both included.</summary>
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public Period Days => new(From, To);

    /// <summary>Back earlier, or registered by mistake.</summary>
    public void Withdraw(Stamp stamp)
    {
        WithdrawnAt = stamp.At;
        Changed(stamp, "Withdrawn");
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> b)
    {
        b.ToTable("Absences");
        b.HasIndex(a => new { a.UserId, a.To });
        b.HasIndex(a => new { a.SubstituteId, a.To });
        b.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<User>().WithMany().HasForeignKey(a => a.SubstituteId).OnDelete(DeleteBehavior.Restrict);
    }
}
