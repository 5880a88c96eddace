using EnVagUt.Core.Placements;
using EnVagUt.Core.Rules;

namespace EnVagUt.Core.Procurement;

/// <summary>Uppfyllelse av krav: åtagande, levererat, tillgodoräknat, kvar and surplus of one clause (practice.md 25).</summary>
public sealed record Fulfilment(MonthUnits Commitment, MonthUnits Reduction, MonthUnits Delivered, MonthUnits Earned, MonthUnits Credited, DateOnly? FirstStart)
{
    /// <summary>Share of the agreed time after which an early leaver counts as done (krav 11554).</summary>
    private const int DonePercent = 75;

    public MonthUnits Demanded => Commitment - Reduction;
    public MonthUnits Remaining => Demanded - Credited;

    /// <summary>What was delivered beyond the demand: levererat and the credit for early leavers, less what was tillgodoräknat.</summary>
    public MonthUnits Surplus => Earned - Credited;
    public bool IsFulfilled => Remaining <= MonthUnits.Zero;

    /// <summary>One placement that counts toward the clause: its agreed and its real time.</summary>
    public sealed record Line(DateOnly StartedOn, DateOnly? EndedOn, Period Agreed, int ExtentPercent, InterruptedBy? InterruptedBy);

    public static Fulfilment Of(Sysselsattningskrav clause, IReadOnlyCollection<Line> lines, DateOnly today)
    {
        var (commitment, reduction) = (MonthUnits.FromMonths(clause.CommitmentMonths), MonthUnits.FromMonths(clause.ReductionMonths));
        var delivered = lines.Aggregate(MonthUnits.Zero, (sum, line) => sum + DeliveredBy(line, today));
        var credit = lines.Aggregate(MonthUnits.Zero, (sum, line) => sum + CreditOf(line, today));
        var earned = delivered + credit;
        var credited = MonthUnits.Min(earned, commitment - reduction);
        return new Fulfilment(commitment, reduction, delivered, earned, credited, lines.Count == 0 ? null : lines.Min(l => l.StartedOn));
    }

    public static MonthUnits DeliveredBy(Line line, DateOnly today)
    {
        var last = line.EndedOn ?? Earlier(today, line.Agreed.Last);
        return last < line.StartedOn ? MonthUnits.Zero : MonthUnits.Between(line.StartedOn, last, line.ExtentPercent);
    }

    // Who leaves for own reasons after three quarters of the agreed time counts as having done all of it.
    private static MonthUnits CreditOf(Line line, DateOnly today)
    {
        if (line is not { InterruptedBy: InterruptedBy.Participant, EndedOn: not null, Agreed.To: { } agreedEnd })
            return MonthUnits.Zero;
        var agreed = MonthUnits.Between(line.StartedOn, agreedEnd, line.ExtentPercent);
        var done = DeliveredBy(line, today);
        return done.Parts * 100 >= agreed.Parts * DonePercent ? MonthUnits.Max(agreed - done, MonthUnits.Zero) : MonthUnits.Zero;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
