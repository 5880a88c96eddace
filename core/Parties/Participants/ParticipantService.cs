using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Participants;

public sealed class ParticipantService(AppDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>Youngest and oldest that the portal takes on: prao from 13, employment to 67.</summary>
    private const int MinAge = 13, MaxAge = 67;

    /// <returns>The participant's id.</returns>
    public async Task<Guid> RegisterAsync(RegisterParticipant input, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        RuleBreachException.When(!viewer.Grenar.Contains(input.Gren), Rule.NotYours, nameof(input.Gren));
        var number = ParseNumber(input);
        EnsureBirthDate(input.Person.BirthDate, stamp.Today);

        var person = number is { } known ? await db.Persons.SingleOrDefaultAsync(p => p.Number == known.Digits, ct) : null;
        if (person is null)
            db.Persons.Add(person = new Person(input.Person, number));
        else if (await db.Participants.IgnoreQueryFilters().AnyAsync(p => p.PersonId == person.Id && p.Gren == input.Gren, ct))
            throw new RuleBreachException(Rule.ParticipantExists, nameof(input.PersonNumber));

        var participant = Participant.Register(person, input.Gren, input.Details, stamp);
        db.Participants.Add(participant);
        await IndexAsync(participant, ct);
        await SaveAsync(ct);
        return participant.Id;
    }

    public async Task DescribeAsync(Guid id, Guid version, PersonDetails person, ParticipantDetails details, CancellationToken ct)
    {
        var stamp = viewer.Stamp(clock);
        EnsureBirthDate(person.BirthDate, stamp.Today);
        var participant = await LoadAsync(id, ct);
        participant.EnsureVersion(version);
        participant.Describe(person, details, stamp);
        await IndexAsync(participant, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task TakeOverAsync(Guid id, CancellationToken ct)
    {
        (await LoadAsync(id, ct)).TakeOver(viewer.Stamp(clock));
        await db.SaveChangesAsync(ct);
    }

    private async Task<Participant> LoadAsync(Guid id, CancellationToken ct) =>
        await db.Participants.Include(p => p.Person).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException("Participant");

    private Task IndexAsync(Participant p, CancellationToken ct) =>
        SearchIndex.SetAsync(db, SearchOwner.Participant, p.Id, [p.Person.FirstName, p.Person.LastName], ct);

    private static PersonNumber? ParseNumber(RegisterParticipant input)
    {
        if (string.IsNullOrWhiteSpace(input.PersonNumber))
            return null;
        RuleBreachException.When(!PersonNumber.TryParse(input.PersonNumber, out var number), Rule.PersonNumberWrong, nameof(input.PersonNumber));
        RuleBreachException.When(number.BirthDate != input.Person.BirthDate, Rule.PersonNumberNotBirthDate, nameof(input.PersonNumber));
        return number;
    }

    private static void EnsureBirthDate(DateOnly birthDate, DateOnly today) =>
        RuleBreachException.When(Age.On(birthDate, today) is < MinAge or > MaxAge, Rule.BirthDateUnlikely, nameof(PersonDetails.BirthDate), MinAge, MaxAge);

    // Two who register the same number at once: the unique index decides, the second reads why.
    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            throw new RuleBreachException(Rule.ParticipantExists, nameof(RegisterParticipant.PersonNumber));
        }
    }
}

public sealed record RegisterParticipant
{
    public required Verksamhetsgren Gren { get; init; }
    public required PersonDetails Person { get; init; }
    public required ParticipantDetails Details { get; init; }

    /// <summary>Optional: across grenar a match is by exact number only (docs/model.md, Persons and participants).</summary>
    public string? PersonNumber { get; init; }
}
