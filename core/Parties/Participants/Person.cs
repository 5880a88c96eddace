using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>
/// A human being, identity only. Reached only through a <see cref="Participant"/> or through busy times: one person may
/// be a participant of several grenar that must not know of each other (docs/model.md, Persons and participants).
/// </summary>
public sealed class Person : Entity
{
    private Person() { }

    public Person(PersonDetails d, PersonNumber? number)
    {
        Number = number?.Digits;
        Set(d);
    }

    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";
    public DateOnly BirthDate { get; private set; }
    public Sex Sex { get; private set; }

    /// <summary>Twelve digits, or null for those who have none or whose number is not needed; unique when given.</summary>
    public string? Number { get; private set; }

    public string? Email { get; private set; }
    public string? Phone { get; private set; }

    /// <summary>SCB's four-digit municipality code; reports split by it where municipalities cooperate.</summary>
    public string HomeMunicipality { get; private set; } = "";

    /// <summary>Why no letter about the person leaves any more, and since which day; null for everybody else.</summary>
    public Gone? Gone { get; private set; }
    public DateOnly? GoneOn { get; private set; }

    /// <summary>Renewed by whatever changes the person's load (docs/model.md, Races).</summary>
    public Guid BookingVersion { get; private set; } = Guid.CreateVersion7();

    public void LoadChanged() => BookingVersion = Guid.CreateVersion7();

    internal void Left(Gone why, DateOnly on) => (Gone, GoneOn) = (why, on);

    internal void IsBack() => (Gone, GoneOn) = (null, null);

    internal void Set(PersonDetails d) =>
        (FirstName, LastName, BirthDate, Sex, Email, Phone, HomeMunicipality) =
            (d.FirstName.Trim(), d.LastName.Trim(), d.BirthDate, d.Sex, Blank(d.Email), Blank(d.Phone), d.HomeMunicipality);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

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
