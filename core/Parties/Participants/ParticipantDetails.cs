namespace EnVagUt.Core.Parties.Participants;

public sealed record ParticipantDetails
{
    public required TargetGroup TargetGroup { get; init; }
    public required Education Education { get; init; }
    public required int ExtentPercent { get; init; }
    public SwedishLevel Swedish { get; init; }
    public bool DrivingLicence { get; init; }
    public string? Wish { get; init; }
    public ByHandReason? ByHand { get; init; }
}
