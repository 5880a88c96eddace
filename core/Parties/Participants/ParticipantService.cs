using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Participants;

public sealed class ParticipantService(AppDb db, Viewer viewer, TimeProvider clock, HomeMunicipalities homes)
{
    /// <summary>
    /// A number that another gren knows tells nothing and takes nothing over; one that the gren knows opens whoever has it,
    /// and what was typed is not saved (docs/model.md, Persons and participants).
    /// </summary>
    /// <exception cref="RuleBreachException">Somebody with the name and birth date is there, and no reason to go on was given.</exception>
    public async Task<Registered> RegisterAsync(RegisterParticipant input, CancellationToken ct)
    {
        RuleBreachException.When(!viewer.Grenar.Contains(input.Gren), Rule.NotYours, nameof(input.Gren));
        RuleBreachException.When(!homes.Knows(input.Person.HomeMunicipality), Rule.HomeMunicipalityUnknown, nameof(input.Person.HomeMunicipality));
        var number = ParseNumber(input);
        try
        {
            return await AddAsync(input, number, ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || db.Dialect.IsUniqueBreach(e))
        {
            // Somebody else registered or hid the number meanwhile, here or in another gren.
            db.ChangeTracker.Clear();
        }
        try
        {
            return await AddAsync(input, number, ct);
        }
        catch (DbUpdateException e) when (db.Dialect.IsUniqueBreach(e))
        {
            // Whoever has the number here is not this viewer's to see.
            throw new RuleBreachException(Rule.RegistersElsewhere);
        }
    }

    /// <summary>Those of the gren who have the name and the birth date, and may be the same human being.</summary>
    public async Task<IReadOnlyList<Namesake>> NamesakesAsync(RegisterParticipant input, CancellationToken ct)
    {
        var (gren, born, name) = (input.Gren, input.Person.BirthDate, Folding.Words($"{input.Person.FirstName} {input.Person.LastName}"));
        var sameDay = await db.Participants.AsNoTracking().Where(p => p.Gren == gren && p.BirthDate == born).OrderBy(p => p.SortKey)
            .Select(p => new Namesake(p.Id, p.FirstName + " " + p.LastName, p.BirthDate, db.Users.Where(u => u.Id == p.ResponsibleId).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(ct);
        return sameDay.FindAll(p => Folding.Words(p.Name).SequenceEqual(name));
    }

    public async Task TakeOverAsync(Guid id, CancellationToken ct)
    {
        (await LoadAsync(id, ct)).TakeOver(viewer.Stamp(clock));
        await db.SaveChangesAsync(ct);
    }

    private async Task<Registered> AddAsync(RegisterParticipant input, PersonNumber? number, CancellationToken ct)
    {
        var person = number is { } known ? await db.Persons.SingleOrDefaultAsync(p => p.Number == known.Digits, ct) : null;
        if (person is not null && await db.Participants.Where(p => p.PersonId == person.Id && p.Gren == input.Gren).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) is { } there)
            return new(there, WasThere: true);
        RuleBreachException.When(input.Because is null && (await NamesakesAsync(input, ct)).Count > 0, Rule.NamesakeThere, nameof(input.Because));

        // Whoever hides the person, or records a death, at the same moment meets this one.
        person?.LoadChanged();
        var participant = Participant.Register(person ?? new Person(number), input.Gren, input.Person, input.Details, viewer.Stamp(clock), input.Because);
        // What another gren has recorded stops the letters here too.
        if (person is not null && await db.Participants.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter]).AnyAsync(p => p.PersonId == person.Id && p.Gone != null, ct))
            participant.StopLetters(true, viewer.Stamp(clock) with { UserId = null });
        if (person is { ProtectedSomewhere: true })
            participant.Protect(viewer.Stamp(clock));
        db.Participants.Add(participant);
        await IndexAsync(db, participant, ct);
        await db.SaveChangesAsync(ct);
        return new(participant.Id, WasThere: false) { IsProtected = participant.IsProtected };
    }

    private async Task<Participant> LoadAsync(Guid id, CancellationToken ct) =>
        await db.Participants.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException("Participant");

    /// <summary>Whoever is closed or has protected identity is found by no word.</summary>
    internal static Task IndexAsync(AppDb db, Participant p, CancellationToken ct) =>
        SearchIndex.SetAsync(db, SearchOwner.Participant, p.Id, p is { ClosedAt: null, IsProtected: false, JoinedInto: null } ? [p.FirstName, p.LastName] : [], ct);

    private static PersonNumber? ParseNumber(RegisterParticipant input)
    {
        if (string.IsNullOrWhiteSpace(input.PersonNumber))
            return null;
        RuleBreachException.When(!PersonNumber.TryParse(input.PersonNumber, out var number), Rule.PersonNumberWrong, nameof(input.PersonNumber));
        RuleBreachException.When(number.BirthDate != input.Person.BirthDate, Rule.PersonNumberNotBirthDate, nameof(input.PersonNumber));
        return number;
    }
}

public sealed record RegisterParticipant
{
    public required Verksamhetsgren Gren { get; init; }
    public required PersonDetails Person { get; init; }
    public required ParticipantDetails Details { get; init; }

    /// <summary>Optional: across grenar a match is by exact number only (docs/model.md, Persons and participants).</summary>
    public string? PersonNumber { get; init; }

    /// <summary>Why somebody is registered though the gren has a participant with the name and the birth date.</summary>
    public NamesakeReason? Because { get; init; }
}

/// <param name="WasThere">The gren had a participant with the number: that one's id, and nothing was saved.</param>
public sealed record Registered(Guid Id, bool WasThere)
{
    /// <summary>The number has protected identity: the participant is there, for those who are named for it.</summary>
    public bool IsProtected { get; init; }
}

public sealed record Namesake(Guid Id, string Name, DateOnly BirthDate, string? Responsible);
