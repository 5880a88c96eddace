using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;

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

    /// <summary>Återtagen: the employer's pages read it no more. It stays as what the workplace was told.</summary>
    public DateTime? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }

    /// <summary>When somebody had told the workplace that it is withdrawn; until then it is a task.</summary>
    public DateTime? ToldAt { get; private set; }
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

    /// <param name="of">Whose it is: a workplace that was never asked, or has not seen it for long, is not called.</param>
    internal void Withdraw(Placement of, Stamp stamp)
    {
        if (WithdrawnAt is not null)
            return;
        var over = of.Ending.EndedOn ?? of.Ending.NotHeldAt?.StockholmDate();
        var isKnown = of.Answers.RequestedAt is not null && !(over < stamp.Today.AddDays(-EmployerView.DaysAfterEnd));
        (WithdrawnAt, WithdrawnBy, ToldAt) = (stamp.At, stamp.UserId, isKnown ? null : stamp.At);
    }

    internal void Told(Stamp stamp) => ToldAt ??= WithdrawnAt is null ? null : stamp.At;
}

public sealed record ReleasedFacts(string FirstName, string LastName, string? Phone, int ExtentPercent, string? Needs);
