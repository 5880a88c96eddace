using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Who looks after the person at the workplace from a day on, until the next row's day. The newest is the placement's own <see cref="PlacementPlan.SupervisorId"/>.</summary>
public sealed class Supervised : Entity
{
    private Supervised() { }

    internal Supervised(Guid placementId, Guid supervisorId, DateOnly from, Stamp stamp) =>
        (PlacementId, SupervisorId, From, RecordedAt, RecordedBy) = (placementId, supervisorId, from, stamp.At, stamp.UserId);

    public Guid PlacementId { get; private set; }
    public Guid SupervisorId { get; private set; }
    public DateOnly From { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid? RecordedBy { get; private set; }
}

/// <summary>Whom a workplace names: one of the handledare that it has, or somebody new by name.</summary>
public sealed record ChosenSupervisor(Guid? Id = null, string? Name = null, string? Phone = null)
{
    internal bool IsNobody => Id is null && string.IsNullOrWhiteSpace(Name);
}
