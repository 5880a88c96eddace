using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>
/// What the workplace was told of the person, exactly, when and by whom: the log of the disclosure and at the same time
/// all that the employer's pages can read (docs/model.md, What the workplace sees; JO dnr 1029-2017). Never form's reason, target group or cause.
/// </summary>
public sealed class Release : Entity
{
    private Release() { }

    internal Release(Guid placementId, ReleasedFacts f, Stamp stamp)
    {
        (PlacementId, ReleasedAt, ReleasedBy) = (placementId, stamp.At, stamp.UserId);
        (FirstName, LastName, Phone, ExtentPercent, Needs) = (f.FirstName, f.LastName, f.Phone, f.ExtentPercent, f.Needs?.Trim());
    }

    public Guid PlacementId { get; private set; }
    public DateTime ReleasedAt { get; private set; }
    public Guid? ReleasedBy { get; private set; }
    public string FirstName { get; private set; } = "";

    /// <summary>Shown to the workplace first when the placement is Klar för start.</summary>
    public string LastName { get; private set; } = "";

    /// <summary>As <see cref="LastName"/>.</summary>
    public string? Phone { get; private set; }

    public int ExtentPercent { get; private set; }

    /// <summary>Agreed adaptations as needs, never as causes.</summary>
    public string? Needs { get; private set; }
}

public sealed record ReleasedFacts(string FirstName, string LastName, string? Phone, int ExtentPercent, string? Needs);
