namespace EnVagUt.Core.Parties.Participants;

/// <summary>Who somebody is, as one gren knows it.</summary>
public sealed record PersonDetails
{
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required DateOnly BirthDate { get; init; }
    public required Sex Sex { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public required string HomeMunicipality { get; init; }
}
