using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Core.Places.Slots;

/// <summary>Plats: one seat of an offer. Has no query filter: counts must be right for everybody (docs/model.md, Slots and claims).</summary>
public sealed class Slot : Entity
{
    private Slot() { }

    internal Slot(Guid offerId, Guid workplaceId, Guid? supervisorId, int number, Period period, WeeklyPattern pattern)
    {
        (OfferId, WorkplaceId, SupervisorId, Number) = (offerId, workplaceId, supervisorId, number);
        (From, To, Pattern, CellMask) = (period.From, period.To, pattern, pattern.Cells.Mask);
    }

    public Guid OfferId { get; private set; }
    public Guid WorkplaceId { get; private set; }
    public Guid? SupervisorId { get; private set; }
    public int Number { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }
    public WeeklyPattern Pattern { get; private set; } = null!;
    public int CellMask { get; private set; }

    /// <summary>Renewed by whatever changes the slot's load (docs/model.md, Races).</summary>
    public Guid BookingVersion { get; private set; } = Guid.CreateVersion7();

    public Cells Cells => new(CellMask);
    public Period Period => new(From, To);

    /// <exception cref="RuleBreachException">Outside the days or the cells of the slot.</exception>
    internal void EnsureTakes(Period period, Cells cells)
    {
        RuleBreachException.When(!Period.Contains(period), Rule.OutsideSlotPeriod, nameof(From), Period);
        EnsureHas(cells);
    }

    /// <exception cref="RuleBreachException">No cells, or such as the slot does not have.</exception>
    internal void EnsureHas(Cells cells) =>
        RuleBreachException.When(cells.IsEmpty || !Cells.Contains(cells), Rule.OutsideSlotPattern, nameof(Cells), Cells);

    /// <summary>A placement that is prolonged takes its seat along; the workplace approves that in the agreement.</summary>
    internal void HoldOutTo(DateOnly? last)
    {
        if (To is { } to && (last is null || last > to))
            To = last;
    }

    public void LoadChanged() => BookingVersion = Guid.CreateVersion7();
}
