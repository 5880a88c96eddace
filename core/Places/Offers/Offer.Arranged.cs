using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Employers;

namespace EnVagUt.Core.Places.Offers;

/// <summary>
/// The offer of one seat that is made behind a placement which others have arranged, or which the participant has found.
/// It is never published, nobody else is proposed to it, and it is over when its placement is (docs/vardag.md, Agreed elsewhere).
/// </summary>
public sealed partial class Offer
{
    /// <summary>When it was made, UTC; null for every offer that an employer has made.</summary>
    public DateTime? ArrangedAt { get; private set; }

    internal static Offer Arranged(Workplace workplace, OfferDetails details, Stamp stamp)
    {
        var offer = new Offer { EmployerId = workplace.EmployerId, CreatedAt = stamp.At, CreatedBy = stamp.UserId, ArrangedAt = stamp.At };
        offer.Set(workplace, details with { Slots = 1 });
        offer.Settle(stamp, "Arranged", details.Form.ToString());
        return offer;
    }

    private void FollowItsPlacement(bool isTaken, Stamp stamp)
    {
        if (isTaken == ClosedAt is null)
            return;
        ClosedAt = isTaken ? null : stamp.At;
        Settle(stamp, isTaken ? "Reopened" : "Closed");
    }
}
