using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Stödbeslut: Arbetsförmedlingen's decision on lönestöd, recorded, never made here. A lapsed one does not end the employment.</summary>
public sealed class SupportDecision : Entity
{
    private SupportDecision() { }

    private SupportDecision(Guid placementId, SupportDetails d, Stamp stamp)
    {
        (PlacementId, Kind, From, To, DecidedOn, Reference) = (placementId, d.Kind, d.From, d.To, d.DecidedOn, d.Reference.Trim());
        (SharePercent, RecordedAt, RecordedBy) = (d.SharePercent, stamp.At, stamp.UserId);
        NoteAfHasData(d.AfHasData, stamp);
    }

    internal static SupportDecision Record(Guid placementId, Period placement, SupportDetails d, Stamp stamp)
    {
        RuleBreachException.When(d.To < d.From, Rule.PeriodReversed, nameof(d.To));
        RuleBreachException.When(string.IsNullOrWhiteSpace(d.Reference), Rule.SupportNeedsReference, nameof(d.Reference));
        RuleBreachException.When(!placement.Overlaps(new Period(d.From, d.To)), Rule.SupportDateOutside, nameof(d.From));
        RuleBreachException.When(!d.Kind.Row().CanBeginOn(d.From), Rule.SupportAbolished, nameof(d.Kind), d.Kind.Row().LastNewDay?.Written() ?? "");
        RuleBreachException.When(d.SharePercent is < 0 or > 100, Rule.Required, nameof(d.SharePercent));
        return new SupportDecision(placementId, d, stamp);
    }

    public Guid PlacementId { get; private set; }
    public Lonestod Kind { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Arbetsförmedlingen's reference of the decision.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Share of the wage cost, percent, when the decision states one.</summary>
    public int? SharePercent { get; private set; }

    public DateTime RecordedAt { get; private set; }
    public Guid? RecordedBy { get; private set; }
    public Period Period => new(From, To);

    /// <summary>Arbetsförmedlingen gets the data by itself: nobody has to ask for the money month by month.</summary>
    public DateTime? AfHasDataAt { get; private set; }
    public Guid? AfHasDataBy { get; private set; }

    internal void NoteAfHasData(bool has, Stamp stamp) => (AfHasDataAt, AfHasDataBy) = (has ? stamp.At : null, has ? stamp.UserId : null);
}

public sealed record SupportDetails
{
    public required Lonestod Kind { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required string Reference { get; init; }
    public int? SharePercent { get; init; }
    public bool AfHasData { get; init; }
}
