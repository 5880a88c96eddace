using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Core.Parties.Participants;

namespace EnVagUt.Core.Places.Offers;

public sealed record OfferDetails
{
    public required Guid WorkplaceId { get; init; }
    public Guid? SupervisorId { get; init; }
    public required Form Form { get; init; }
    public required string Title { get; init; }
    public required string Tasks { get; init; }
    public SwedishLevel Swedish { get; init; }
    public bool DrivingLicence { get; init; }
    public string? Requirements { get; init; }
    public IReadOnlyList<Lonestod> Supports { get; init; } = [];
    public Guid? ClauseId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required IReadOnlyList<CellTime> Pattern { get; init; }

    public Displacement Displacement { get; init; } = Displacement.Unanswered;

    /// <summary>How many seats, 1–50.</summary>
    public int Slots { get; init; } = 1;
}
