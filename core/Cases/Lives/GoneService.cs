using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Places.Offers;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Lives;

/// <summary>Avliden and flyttat: every planned letter about the person stops in the same save (docs/model.md, Corrections).</summary>
public sealed class GoneService(AppDb db, Viewer viewer, TimeProvider clock, MailService mail)
{
    public async Task RecordAsync(Guid participantId, Gone why, DateOnly on, CancellationToken ct)
    {
        var participant = await LoadAsync(participantId, ct);
        var stamp = viewer.Stamp(clock);
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
        var participant = await LoadAsync(participantId, ct);
        var stamp = viewer.Stamp(clock);
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
        var (all, placements) = await OfPersonAsync(participant, stamp, ct);
        var others = all.FindAll(p => p.JoinedInto is null);
        if (participant.Gone is null && others.TrueForAll(p => p.Gone is null))
            return;
        others.Add(participant);
        others.ForEach(p => p.StopLetters(true, viewer.StampIn(p.Gren, stamp)));
        List<Placement> stopping = [.. placements.Union(moved).Where(p => p.LettersStoppedAt is null)];
        stopping.ForEach(p => p.StopLetters(true, viewer.StampIn(p.Gren, stamp)));
        await mail.StopAsync([.. stopping.Select(p => p.Id), .. others.Select(p => p.Id)], ct);
    }

    private async Task<Participant> LoadAsync(Guid id, CancellationToken ct)
    {
        var participant = await db.Participants.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFoundException(nameof(Participant));
        OfferTransitions.Table.RequireRole(OfferAction.Propose, viewer.RolesIn(participant.Gren));
        return participant;
    }

    /// <remarks>
    /// The filters of gren and protected identity are left out on purpose: a letter that still came from another gren would
    /// be as painful. Nothing of those rows is shown, and the reading past the filters is logged in the same save
    /// (docs/model.md, Past the filters). Those that have ended are among them: questions about the outcome are letters too.
    /// </remarks>
    private async Task<(List<Participant> Others, List<Placement> Placements)> OfPersonAsync(Participant participant, Stamp stamp, CancellationToken ct)
    {
        if (stamp.UserId is { } userId)
            db.ReadLog.Add(new ReadLogEntry(userId, nameof(Person), participant.PersonId, stamp.At));
        var others = await db.Participants.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter])
            .Where(p => p.PersonId == participant.PersonId && p.Id != participant.Id).ToListAsync(ct);
        return (others, await db.Placements.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter])
            .Where(p => p.PersonId == participant.PersonId && p.Ending.VoidedAt == null && p.Ending.NotHeldAt == null).ToListAsync(ct));
    }
}
