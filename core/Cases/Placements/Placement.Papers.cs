using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Cases.Placements;

public sealed partial class Placement
{
    /// <summary>An intyg has been written; what it says stands in its own row.</summary>
    internal void IntygIssued(Stamp stamp)
    {
        RuleBreachException.When(StatusAt(stamp.At) is not (PlacementStatus.Ended or PlacementStatus.Interrupted), Rule.NotAllowedInStatus);
        Settle(stamp, "IntygIssued");
    }
}
