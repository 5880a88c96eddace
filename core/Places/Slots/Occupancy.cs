using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Places.Slots;

/// <summary>Arithmetic on dates × cells. Knows no database; the property tests live on it.</summary>
public static class Occupancy
{
    /// <summary>The most people at any one time, over the days and cells of the given window, counting the newcomer.</summary>
    public static int PeakWith(Period window, Cells cells, IReadOnlyCollection<(Period Period, Cells Cells)> others) =>
        cells.Indexes.Select(cell => 1 + PeakOn(cell, window, others)).DefaultIfEmpty(0).Max();

    /// <summary>Whether no day is left, from <paramref name="from"/> on, on which a cell of the slot is free.</summary>
    public static bool IsFull(Period slot, Cells cells, DateOnly from, IReadOnlyCollection<(Period Period, Cells Cells)> taken) =>
        slot.Intersect(new Period(from, null)) is not { } remaining || cells.Indexes.All(cell => IsCovered(cell, remaining, taken));

    private static int PeakOn(int cell, Period window, IReadOnlyCollection<(Period Period, Cells Cells)> others)
    {
        if (Cells.DaysOf(cell, window) is not { } days)
            return 0;
        // Only the days of the cell's weekday count, so each interval is trimmed to its first and last such day.
        var intervals = others.Where(o => o.Cells.Has(cell))
            .Select(o => o.Period.Intersect(days)).OfType<Period>()
            .Select(p => Cells.DaysOf(cell, p)).OfType<Period>().ToList();
        return intervals.Select(i => intervals.Count(other => other.Contains(i.From))).DefaultIfEmpty(0).Max();
    }

    private static bool IsCovered(int cell, Period remaining, IReadOnlyCollection<(Period Period, Cells Cells)> taken)
    {
        if (Cells.DaysOf(cell, remaining) is not { } days)
            return true;
        var next = days.From;
        foreach (var interval in taken.Where(t => t.Cells.Has(cell)).Select(t => t.Period).OrderBy(p => p.From))
        {
            if (interval.From > next)
                return false;
            if (interval.Last >= days.Last)
                return true;
            if (interval.Last >= next)
                next = Cells.DaysOf(cell, new Period(interval.Last.AddDays(1), null))!.Value.From;
            if (next > days.Last)
                return true;
        }
        return next > days.Last;
    }
}
