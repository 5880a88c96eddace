using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Law.Rulebook;

namespace EnVagUt.Core.Cases.Warnings;

/// <summary>A placement that the person has had or is to have, as far as it has come.</summary>
/// <param name="Period">To the real end when it has ended.</param>
/// <param name="Pauses">Uppehåll in it, also those that are still to come.</param>
public sealed record OtherPlacement(Guid Id, Form Form, Guid WorkplaceId, Period Period, IReadOnlyList<Period> Pauses, Guid? ContinuesId)
{
    /// <summary>Days up to and with <paramref name="last"/>, without uppehåll where the form does not count it.</summary>
    public int DaysThrough(DateOnly last)
    {
        // An uppehåll that is planned takes nothing from the days that have been.
        if (Period.Intersect(new Period(DateOnly.MinValue, last)) is not { } been)
            return 0;
        return Days(been) - (Form.Row().PauseCounts ? 0 : Pauses.Sum(p => p.Intersect(been) is { } paused ? Days(paused) : 0));
    }

    private static int Days(Period period) => period.Last.DayNumber - period.From.DayNumber + 1;
}

public sealed record BusyTimes(Period Period, IReadOnlyList<CellTime> Times);

/// <summary>How many are somewhere at the same time, and how many may be.</summary>
/// <param name="Most">Null when there is no ceiling.</param>
/// <param name="Load">The others' dates × cells.</param>
public sealed record CeilingFacts(int? Most, bool IsHard, IReadOnlyCollection<(Period Period, Cells Cells)> Load);

/// <summary>What is known when a placement is planned and decides whether anybody should think twice.</summary>
public sealed record PlanFacts(FormRules Rules, Guid WorkplaceId, Period Period, Cells Cells)
{
    public Form Form => Rules.Form;

    /// <summary>Null when nobody is named: then only ceilings are asked.</summary>
    public DateOnly? BirthDate { get; init; }
    public Guid? ContinuesId { get; init; }

    /// <summary>The person's other placements that the viewer may see.</summary>
    public IReadOnlyList<OtherPlacement> Others { get; init; } = [];

    /// <summary>Forms of what the person is booked on in the period, on other cells; null where another gren's secrecy hides the form.</summary>
    public IReadOnlyList<Form?> Beside { get; init; } = [];

    /// <summary>The times of the plan's own cells.</summary>
    public IReadOnlyList<CellTime> Times { get; init; } = [];

    /// <summary>When the person is booked in the period, on other cells, whichever form and gren it is.</summary>
    public IReadOnlyList<BusyTimes> BusyBeside { get; init; } = [];

    public CeilingFacts? Workplace { get; init; }
    public CeilingFacts? Supervisor { get; init; }

    /// <summary>Dates × cells of other minors with the same supervisor.</summary>
    public IReadOnlyCollection<(Period Period, Cells Cells)> MinorsWithSupervisor { get; init; } = [];
}
