using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Lives;

/// <summary>What the verbs of a person's life begin with.</summary>
internal static class LifeRows
{
    /// <summary>With the person, for whoever works with persons in that gren.</summary>
    public static async Task<(Participant Participant, Stamp Stamp)> ParticipantAsync(this AppDb db, Guid id, Viewer viewer, TimeProvider clock, CancellationToken ct)
    {
        var participant = await db.Participants.Include(p => p.Person).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException(nameof(Participant));
        OfferTransitions.Table.RequireRole(OfferAction.Propose, viewer.RolesIn(participant.Gren));
        return (participant, viewer.Stamp(clock));
    }

    /// <summary>
    /// Every gren's, past the filters on purpose: a letter that still came from another gren would be as painful as one of the own.
    /// Nothing of them is shown (docs/model.md, Past the filters).
    /// </summary>
    public static Task<List<Participant>> ParticipantsOfAsync(this AppDb db, Guid personId, CancellationToken ct) =>
        db.Participants.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter]).Where(p => p.PersonId == personId).ToListAsync(ct);

    /// <summary>The reading past the filters is logged in the caller's save.</summary>
    public static void NoteReading(this AppDb db, Participant participant, Stamp stamp)
    {
        if (stamp.UserId is { } userId)
            db.ReadLog.Add(new ReadLogEntry(userId, nameof(Person), participant.PersonId, stamp.At));
    }
}
