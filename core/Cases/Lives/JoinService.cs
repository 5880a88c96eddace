using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Lives;

/// <summary>
/// A number that is added or corrected later, and two participants of a gren who turn out to be one. Checked as a booking is:
/// whoever is at two places at once is refused with «upptagen», and nothing else tells of another gren (docs/model.md, Persons and participants).
/// </summary>
public sealed class JoinService(AppDb db, Viewer viewer, TimeProvider clock, BusyAnswer busyAnswer, ProtectService protection, GoneService goneService, MailService mail)
{
    /// <returns>Null when the number is set; the participant of the gren who has it already, to be joined, and nothing was saved.</returns>
    /// <exception cref="RuleBreachException">The number is wrong, or of another birth date; or bookings would meet.</exception>
    public async Task<Guid?> SetNumberAsync(Guid id, Guid version, string? typed, CancellationToken ct)
    {
        Guid? there = null;
        await BookingRetry.RunAsync(db, async () => there = await TrySetAsync(id, version, typed, ct));
        return there;
    }

    /// <summary>Slå ihop: the older of the two is kept, with all that the other had.</summary>
    /// <returns>The id of the one that is kept.</returns>
    public async Task<Guid> JoinAsync(Guid oneId, Guid otherId, CancellationToken ct)
    {
        var kept = Guid.Empty;
        await BookingRetry.RunAsync(db, async () => kept = await TryJoinAsync(oneId, otherId, ct));
        return kept;
    }

    private async Task<Guid?> TrySetAsync(Guid id, Guid version, string? typed, CancellationToken ct)
    {
        var (participant, stamp) = await db.ParticipantAsync(id, viewer, clock, ct);
        participant.EnsureVersion(version);
        RuleBreachException.When(!PersonNumber.TryParse(typed, out var number), Rule.PersonNumberWrong, "PersonNumber");
        RuleBreachException.When(number.BirthDate != participant.BirthDate, Rule.PersonNumberNotBirthDate, "PersonNumber");
        RuleBreachException.When(participant.Person.Number == number.Digits, Rule.NothingToRecord);
        var known = await db.Persons.SingleOrDefaultAsync(p => p.Number == number.Digits, ct);
        if (known is not null && await InGrenAsync(participant, known, ct) is { } there)
            return there;
        if (known is null && !await IsSharedAsync(participant, ct))
        {
            participant.Person.SetNumber(number);
            participant.NumberSet(stamp);
        }
        else
        {
            if (known is null)
                db.Persons.Add(known = new Person(number));
            await MoveAsync(participant, known, stamp, ct);
        }
        await db.SaveChangesAsync(ct);
        return null;
    }

    private async Task<Guid> TryJoinAsync(Guid oneId, Guid otherId, CancellationToken ct)
    {
        var ((one, stamp), (other, _)) = (await db.ParticipantAsync(oneId, viewer, clock, ct), await db.ParticipantAsync(otherId, viewer, clock, ct));
        RuleBreachException.When(one.Person is { Number: { } first } && other.Person is { Number: { } second } && first != second, Rule.NotTheSame);
        RuleBreachException.When(one.Id == other.Id || one.Gren != other.Gren || one.BirthDate != other.BirthDate || one.JoinedInto is not null || other.JoinedInto is not null, Rule.NotTheSame);
        var (kept, gone) = (one.RegisteredAt, one.Seq).CompareTo((other.RegisteredAt, other.Seq)) <= 0 ? (one, other) : (other, one);
        var (keptPerson, gonePerson) = (kept.Person, gone.Person);
        // The number goes along, whoever of the two had it.
        var person = keptPerson.Number is null && gonePerson.Number is not null ? gonePerson : keptPerson;
        var nobody = new Person(null);
        db.Persons.Add(nobody);
        var placements = await db.Placements.Include(p => p.Releases).Where(p => p.ParticipantId == gone.Id || (person == gonePerson && p.ParticipantId == kept.Id)).ToListAsync(ct);
        await EnsureApartAsync(keptPerson.Id, gonePerson.Id, ct);
        kept.Absorb(gone, stamp);
        gone.JoinInto(kept, nobody, stamp);
        if (person != keptPerson)
            kept.MoveTo(person, stamp);
        await MovePlacementsAsync(placements, kept, stamp, ct);
        person.LoadChanged();
        if (keptPerson.ProtectedSomewhere || gonePerson.ProtectedSomewhere)
            await protection.HideAsync(person, [kept], stamp, ct, placements);
        await goneService.FollowAsync(kept, placements, stamp, ct);
        await mail.StopAsync(gone.Id, ct);
        await ParticipantService.IndexAsync(db, gone, ct);
        await ParticipantService.IndexAsync(db, kept, ct);
        await SavedSelections.ForgetAsync(db, gone, ct);
        await RemoveUnusedAsync(person == keptPerson ? gonePerson : keptPerson, kept, gone, ct);
        await db.SaveChangesAsync(ct);
        return kept.Id;
    }

    private async Task RemoveUnusedAsync(Person person, Participant kept, Participant gone, CancellationToken ct)
    {
        if ((await db.ParticipantsOfAsync(person.Id, ct)).TrueForAll(p => p == kept || p == gone))
            db.Persons.Remove(person);
    }

    private async Task MoveAsync(Participant participant, Person person, Stamp stamp, CancellationToken ct)
    {
        var earlier = participant.Person;
        await EnsureApartAsync(earlier.Id, person.Id, ct, participant.Id);
        var placements = await db.Placements.Include(p => p.Releases).Where(p => p.ParticipantId == participant.Id).ToListAsync(ct);
        participant.MoveTo(person, stamp);
        await MovePlacementsAsync(placements, participant, stamp, ct);
        earlier.LoadChanged();
        person.LoadChanged();
        if (earlier.ProtectedSomewhere || person.ProtectedSomewhere)
            await protection.HideAsync(person, [.. (await db.ParticipantsOfAsync(person.Id, ct)).Union([participant])], stamp, ct, placements);
        await goneService.FollowAsync(participant, placements, stamp, ct);
        await RemoveUnusedAsync(earlier, participant, participant, ct);
    }

    private async Task MovePlacementsAsync(List<Placement> placements, Participant to, Stamp stamp, CancellationToken ct)
    {
        placements.ForEach(p => p.MoveTo(to, stamp));
        var ids = placements.ConvertAll(p => p.Id);
        foreach (var claim in await db.Claims.Where(c => ids.Contains(c.PlacementId)).ToListAsync(ct))
            claim.MoveTo(to.PersonId);
    }

    // Nobody is at two places at once: what one has booked is checked against what the other has.
    private async Task EnsureApartAsync(Guid one, Guid other, CancellationToken ct, Guid? only = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = (await db.Claims.Where(c => c.ReleasedAt == null && (c.PersonId == one || c.PersonId == other)).ToListAsync(ct)).FindAll(c => c.IsLive(now));
        var own = only is null ? claims.FindAll(c => c.PersonId == one) : claims.FindAll(c => c.PersonId == one && db.Placements.Any(p => p.Id == c.PlacementId && p.ParticipantId == only));
        foreach (var mine in own)
            if (claims.Find(c => c.PersonId == other && Cells.Meet(mine.Period, mine.Cells, c.Period, c.Cells)) is { } meeting)
                throw busyAnswer.About(other, meeting, mine.Period, mine.Cells);
    }

    private async Task<Guid?> InGrenAsync(Participant participant, Person known, CancellationToken ct)
    {
        var there = await db.Participants.IgnoreQueryFilters([AppDb.ProtectedFilter]).Where(p => p.PersonId == known.Id && p.Gren == participant.Gren)
            .Select(p => new { p.Id, p.IsProtected }).SingleOrDefaultAsync(ct);
        // Whoever has the number here is not this viewer's to see.
        RuleBreachException.When(there is { IsProtected: true } && !viewer.ProtectedGrenar.Contains(participant.Gren), Rule.RegistersElsewhere);
        return there?.Id;
    }

    private async Task<bool> IsSharedAsync(Participant participant, CancellationToken ct) => (await db.ParticipantsOfAsync(participant.PersonId, ct)).Exists(p => p != participant);
}
