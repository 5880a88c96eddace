using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Participants;

/// <summary>
/// A human being: a number and a load, and nothing that can be read. Who it is belongs to the <see cref="Participant"/> of each
/// gren, for one person may be a participant of several that must not know of each other (docs/model.md, Persons and participants).
/// </summary>
public sealed class Person : Entity
{
    private Person() { }

    public Person(PersonNumber? number) => Number = number?.Digits;

    /// <summary>Twelve digits, or null for those who have none or whose number is not needed; unique when given.</summary>
    public string? Number { get; private set; }

    /// <summary>Renewed by whatever changes the person's load (docs/model.md, Races).</summary>
    public Guid BookingVersion { get; private set; } = Guid.CreateVersion7();

    /// <exception cref="RuleBreachException">The number is somebody's who was born on another day.</exception>
    internal void EnsureBornOn(DateOnly day, string field) =>
        RuleBreachException.When(PersonNumber.TryParse(Number, out var number) && number.BirthDate != day, Rule.PersonNumberNotBirthDate, field);

    /// <summary>
    /// The spärr: some gren holds that the person has protected identity. One bit, without reason or source; it is renewed with
    /// the load, so that a case that begins meanwhile meets it (docs/model.md, Protected identity).
    /// </summary>
    public bool ProtectedSomewhere { get; private set; }

    /// <summary>A number that nobody else has.</summary>
    internal void SetNumber(PersonNumber number)
    {
        Number = number.Digits;
        LoadChanged();
    }

    internal void Protect(bool on)
    {
        ProtectedSomewhere = on;
        LoadChanged();
    }

    public void LoadChanged() => BookingVersion = Guid.CreateVersion7();
}
