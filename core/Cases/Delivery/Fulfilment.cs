using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Places.Procurement;

namespace EnVagUt.Core.Cases.Delivery;

/// <summary>Uppfyllelse av krav: åtagande, levererat, tillgodoräknat, kvar and surplus of one clause (docs/vardag.md, Fulfilment).</summary>
public sealed record Fulfilment(MonthUnits Commitment, MonthUnits Reduction, MonthUnits Delivered, MonthUnits Earned, MonthUnits Credited, DateOnly? FirstStart)
{
    /// <summary>Share of the agreed time after which an early leaver counts as done.</summary>
    private const int DonePercent = 75;

    public MonthUnits Demanded => Commitment - Reduction;
    public MonthUnits Remaining => Demanded - Credited;

    /// <summary>What was delivered beyond the demand: levererat and the credit for early leavers, less what was tillgodoräknat.</summary>
    public MonthUnits Surplus => Earned - Credited;
    public bool IsFulfilled => Remaining <= MonthUnits.Zero;

    /// <summary>One placement that counts toward the clause: its agreed and its real time.</summary>
    /// <param name="ExtentPercent">Until the first of <see cref="Steps"/>.</param>
    public sealed record Line(DateOnly StartedOn, DateOnly? EndedOn, Period Agreed, int ExtentPercent, InterruptedBy? InterruptedBy)
    {
        public IReadOnlyList<ExtentStep> Steps { get; init; } = [];

        /// <summary>Uppehåll that the form does not count.</summary>
        public IReadOnlyList<Period> NotCounted { get; init; } = [];

        /// <summary>Months of full time from the start through a day, each part at its own extent.</summary>
        internal MonthUnits Through(DateOnly last)
        {
            var (sum, from, extent) = (MonthUnits.Zero, StartedOn, ExtentPercent);
            foreach (var step in Steps.Where(s => s.From <= last))
            {
                sum += Counted(from, step.From.AddDays(-1), extent);
                (from, extent) = (step.From > from ? step.From : from, step.Percent);
            }
            return sum + Counted(from, last, extent);
        }

        private MonthUnits Counted(DateOnly from, DateOnly to, int extent)
        {
            if (to < from)
                return MonthUnits.Zero;
            var part = new Period(from, to);
            return NotCounted.Select(p => p.Intersect(part)).OfType<Period>()
                .Aggregate(MonthUnits.Between(from, to, extent), (sum, away) => sum - MonthUnits.Between(away.From, away.Last, extent));
        }
    }

    public static Fulfilment Of(Clause clause, IReadOnlyCollection<Line> lines, DateOnly today)
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
        return last < line.StartedOn ? MonthUnits.Zero : line.Through(last);
    }

    // Who leaves for own reasons after three quarters of the agreed time counts as having done all of it.
    private static MonthUnits CreditOf(Line line, DateOnly today)
    {
        if (line is not { InterruptedBy: InterruptedBy.Participant, EndedOn: not null, Agreed.To: { } agreedEnd })
            return MonthUnits.Zero;
        var agreed = line.Through(agreedEnd);
        var done = DeliveredBy(line, today);
        return done.Parts * 100 >= agreed.Parts * DonePercent ? MonthUnits.Max(agreed - done, MonthUnits.Zero) : MonthUnits.Zero;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
