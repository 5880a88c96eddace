using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;

namespace EnVagUt.Core.Cases.Suggestions;

/// <summary>The first stretch of a slot in which some of its cells are free the whole time.</summary>
internal sealed record FreeWindow(Period Period, Cells Cells)
{
    /// <summary>A stretch between two bookings that is shorter is not proposed.</summary>
    private const int ShortestDays = 28;
    private const int MostStarts = 12;

    public static FreeWindow? Find(FitSlot slot, IReadOnlyList<Busy> busy, DateOnly today)
    {
        var soonest = today.AddWorkingDays(Fit.LeadWorkingDays);
        if (slot.Period.From > soonest)
            soonest = slot.Period.From;
        var starts = busy.Where(b => b.Period.To >= soonest && b.Period.To < slot.Period.Last).Select(b => b.Period.To!.Value.AddDays(1))
            .Prepend(soonest).Distinct().Order().Take(MostStarts);
        return starts.Select(start => At(slot, busy, start)).FirstOrDefault(w => w is not null);
    }

    private static FreeWindow? At(FitSlot slot, IReadOnlyList<Busy> busy, DateOnly start)
    {
        for (var days = 0; slot.ClosedWeeks is { } closed && closed.Covers(start) && days < 370; days++)
            start = start.AddDays(1);
        if (start > slot.Period.Last)
            return null;
        var to = slot.Rules.LongestMonths is { } months && start.AddMonths(months).AddDays(-1) is var longest && longest < slot.Period.Last
            ? longest
            : slot.Period.To;
        if (Free(slot, busy, new Period(start, to)) is { IsEmpty: false } cells)
            return new(new Period(start, to), cells);
        // Nothing is free to the end; perhaps until the next booking begins.
        var next = busy.Select(b => b.Period.From).Where(from => from > start.AddDays(ShortestDays)).DefaultIfEmpty(DateOnly.MinValue).Min();
        if (next == DateOnly.MinValue || next > (to ?? DateOnly.MaxValue))
            return null;
        var until = new Period(start, next.AddDays(-1));
        return Free(slot, busy, until) is { IsEmpty: false } shorter ? new(until, shorter) : null;
    }

    private static Cells Free(FitSlot slot, IReadOnlyList<Busy> busy, Period period) =>
        Cells.From(slot.Cells.Indexes.Where(i => Cells.DaysOf(i, period) is not null
            && !busy.Any(b => Cells.Meet(period, Cells.From([i]), b.Period, b.Cells))));
}
