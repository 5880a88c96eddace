using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>Handledare: the workplace's person who looks after those placed there. Never AME's staff.</summary>
public sealed class Supervisor : Entity
{
    private Supervisor() { }

    internal Supervisor(Workplace workplace, SupervisorDetails d)
    {
        WorkplaceId = workplace.Id;
        Set(d);
    }

    public Guid WorkplaceId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>Most people at one time over all forms and slots; null means no ceiling of one's own.</summary>
    public int? Ceiling { get; private set; }

    public bool CeilingIsHard { get; private set; }

    /// <summary>When the person stopped being a supervisor here: chosen for nothing new, kept where already named.</summary>
    public DateTime? DeactivatedAt { get; private set; }

    public bool IsActive => DeactivatedAt is null;

    /// <summary>See <see cref="Workplace.BookingVersion"/>.</summary>
    public Guid BookingVersion { get; private set; } = Guid.CreateVersion7();

    public void LoadChanged() => BookingVersion = Guid.CreateVersion7();

    internal void Describe(SupervisorDetails d)
    {
        Set(d);
        LoadChanged();
    }

    internal void SetActive(bool active, DateTime now)
    {
        DeactivatedAt = active ? null : now;
        LoadChanged();
    }

    private void Set(SupervisorDetails d)
    {
        RuleBreachException.When(d.Ceiling < 1, Rule.CeilingTooLow, nameof(d.Ceiling));
        PlainName.Ensure(d.Name, nameof(d.Name));
        (Name, Email, Phone, Ceiling, CeilingIsHard) = (d.Name.Trim(), d.Email?.Trim(), d.Phone?.Trim(), d.Ceiling, d.CeilingIsHard);
    }
}

public sealed record SupervisorDetails
{
    public required string Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public int? Ceiling { get; init; }
    public bool CeilingIsHard { get; init; }
}
