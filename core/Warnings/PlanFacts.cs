using EnVagUt.Core.Forms;
using EnVagUt.Core.Offers;
using EnVagUt.Core.Rulebook;
using EnVagUt.Core.Rules;

namespace EnVagUt.Core.Warnings;

/// <summary>A placement that the person has had or is to have, as far as it has come.</summary>
/// <param name="Period">To the real end when it has ended.</param>
/// <param name="PausedDays">Days of uppehåll in it.</param>
public sealed record OtherPlacement(Guid Id, Form Form, Guid WorkplaceId, Period Period, int PausedDays, Guid? ContinuesId)
{
    /// <summary>Days up to and with <paramref name="last"/>, without uppehåll where the form does not count it.</summary>
    public int DaysThrough(DateOnly last)
    {
        var end = Period.Last < last ? Period.Last : last;
        return end < Period.From ? 0 : Math.Max(0, end.DayNumber - Period.From.DayNumber + 1 - (Form.Row().PauseCounts ? 0 : PausedDays));
    }
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
