using EnVagUt.Core.Data;

namespace EnVagUt.Core.Employers;

/// <summary>Handledare: the workplace's person who looks after those placed there. Never AME's staff.</summary>
public sealed class Supervisor : Entity
{
    private Supervisor() { }

    internal Supervisor(Workplace workplace, SupervisorDetails d)
    {
        WorkplaceId = workplace.Id;
        (Name, Email, Phone, Ceiling, CeilingIsHard) = (d.Name, d.Email, d.Phone, d.Ceiling, d.CeilingIsHard);
    }

    public Guid WorkplaceId { get; private set; }
    public string Name { get; private set; } = "";
    public string? Email { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>Most people at one time over all forms and slots; null means no ceiling of one's own.</summary>
    public int? Ceiling { get; private set; }

    public bool CeilingIsHard { get; private set; }

    /// <summary>See <see cref="Workplace.BookingVersion"/>.</summary>
    public Guid BookingVersion { get; private set; } = Guid.CreateVersion7();

    public void LoadChanged() => BookingVersion = Guid.CreateVersion7();
}

public sealed record SupervisorDetails
{
    public required string Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public int? Ceiling { get; init; }
    public bool CeilingIsHard { get; init; }
}
