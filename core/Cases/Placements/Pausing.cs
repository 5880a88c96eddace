using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>The newest uppehåll, read from the placement's own columns; none when both days are null.</summary>
public readonly record struct Pausing(DateOnly? From, DateOnly? To, bool FreesSlot)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>What of some days the slot is to be held for: all, or what lies before and after an uppehåll that frees it.</summary>
    public IReadOnlyList<Period> HeldOf(Period days)
    {
        if (!FreesSlot || From is not { } first || To is not { } last || !days.Overlaps(new Period(first, last)))
            return [days];
        var pieces = new List<Period>();
        if (first > days.From)
            pieces.Add(new Period(days.From, first.AddDays(-1)));
        if (last < days.Last)
            pieces.Add(new Period(last.AddDays(1), days.To));
        return pieces;
    }
}
