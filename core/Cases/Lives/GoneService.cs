using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Lives;

/// <summary>Avliden and flyttat: every planned letter about the person stops in the same save (docs/model.md, Corrections).</summary>
public sealed class GoneService(AppDb db, Viewer viewer, TimeProvider clock, MailService mail)
{
    public async Task RecordAsync(Guid participantId, Gone why, DateOnly on, CancellationToken ct)
    {
        var (participant, stamp) = await db.ParticipantAsync(participantId, viewer, clock, ct);
        participant.RecordGone(why, on, stamp);
        var (others, placements) = await OfPersonAsync(participant, stamp, ct);
        others.ForEach(p => p.StopLetters(true, viewer.StampIn(p.Gren, stamp)));
        foreach (var placement in placements.Where(p => p.LettersStoppedAt is null))
            placement.StopLetters(true, viewer.StampIn(placement.Gren, stamp));
        // About the placements, and about the person: how long somebody has been in praktik.
        await mail.StopAsync([.. placements.Select(p => p.Id), participant.Id, .. others.Select(p => p.Id)], ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Letters of the gren come again from now on; those that were stopped stay stopped. In other grenar they come again when
    /// none of them has recorded anything either.
    /// </summary>
    public async Task TakeBackAsync(Guid participantId, CancellationToken ct)
    {
        var (participant, stamp) = await db.ParticipantAsync(participantId, viewer, clock, ct);
        participant.TakeBackGone(stamp);
        var (others, placements) = await OfPersonAsync(participant, stamp, ct);
        if (others.TrueForAll(p => p.Gone is null))
            others.ForEach(p => p.StopLetters(false, viewer.StampIn(p.Gren, stamp)));
        var stopped = others.Where(p => p.LettersStoppedAt is not null).Select(p => (Guid?)p.Id).ToHashSet();
        foreach (var placement in placements.Where(p => p.LettersStoppedAt is not null && !stopped.Contains(p.ParticipantId)))
            placement.StopLetters(false, viewer.StampIn(placement.Gren, stamp));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>In the caller's save: somebody turns out to be a human being who has died or moved, and every letter stops as if it were recorded now.</summary>
    /// <param name="moved">Cases that the save gives to the participant.</param>
    internal async Task FollowAsync(Participant participant, IReadOnlyList<Placement> moved, Stamp stamp, CancellationToken ct)
    {
        var (others, placements) = await OfPersonAsync(participant, stamp, ct);
        if (participant.Gone is null && others.TrueForAll(p => p.Gone is null))
            return;
        others.Add(participant);
        others.ForEach(p => p.StopLetters(true, viewer.StampIn(p.Gren, stamp)));
        List<Placement> stopping = [.. placements.Union(moved).Where(p => p.LettersStoppedAt is null)];
        stopping.ForEach(p => p.StopLetters(true, viewer.StampIn(p.Gren, stamp)));
        await mail.StopAsync([.. stopping.Select(p => p.Id), .. others.Select(p => p.Id)], ct);
    }

    // Those that have ended are among them: questions about the outcome are letters too.
    private async Task<(List<Participant> Others, List<Placement> Placements)> OfPersonAsync(Participant participant, Stamp stamp, CancellationToken ct)
    {
        db.NoteReading(participant, stamp);
        return ([.. (await db.ParticipantsOfAsync(participant.PersonId, ct)).Where(p => p != participant && p.JoinedInto is null)], await db.Placements.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter])
            .Where(p => p.PersonId == participant.PersonId && p.Ending.VoidedAt == null && p.Ending.NotHeldAt == null).ToListAsync(ct));
    }
}
