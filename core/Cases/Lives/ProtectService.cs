using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Lives;

/// <summary>
/// Skyddade uppgifter, on any day and in any state of a case: in every gren in the same save the person is hidden from all but
/// staff who are named for it, letters stop, links end, what was released is withdrawn (docs/model.md, Protected identity).
/// A life may hang on it, so whoever meets the person may say it; it takes two of the named to lift it, in each gren.
/// </summary>
public sealed class ProtectService(AppDb db, Viewer viewer, TimeProvider clock, MailService mail, Letters letters, PortalAddress portal)
{
    public Task ProtectAsync(Guid participantId, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        var (participant, stamp) = await LoadAsync(participantId, ct);
        RuleBreachException.When(participant.IsProtected, Rule.ChangedByAnother);
        db.NoteReading(participant, stamp);
        await HideAsync(participant.Person, await db.ParticipantsOfAsync(participant.PersonId, ct), stamp, ct);
        await db.SaveChangesAsync(ct);
    });

    /// <summary>In the caller's save: those who are hidden already are left alone.</summary>
    /// <param name="moved">Cases that the save gives to one of them; the database does not know that yet.</param>
    internal async Task HideAsync(Person person, List<Participant> participants, Stamp stamp, CancellationToken ct, IReadOnlyList<Placement>? moved = null)
    {
        person.Protect(true);
        participants.RemoveAll(p => p.IsProtected);
        foreach (var p in participants)
        {
            p.Protect(viewer.StampIn(p.Gren, stamp));
            await ParticipantService.IndexAsync(db, p, ct);
            await SavedSelections.ForgetAsync(db, p, ct);
            await TellTheNamedAsync(p.Gren, stamp, ct);
        }
        await ProtectCasesAsync([.. (await CasesAsync(participants, ct)).Union(moved ?? []).Where(p => !p.IsProtected)], stamp, ct);
        await mail.StopAsync([.. participants.Select(p => p.Id)], ct);
    }

    /// <summary>The first of two asks that the protection is lifted in the gren.</summary>
    public Task AskLiftAsync(Guid participantId, CancellationToken ct) => ChangeAsync(participantId, (p, stamp) => p.AskLift(stamp), ct);

    public Task KeepAsync(Guid participantId, CancellationToken ct) => ChangeAsync(participantId, (p, stamp) => p.KeepProtected(stamp), ct);

    /// <summary>The second lifts it: in the own gren only. What was withdrawn stays so, and letters come from now on.</summary>
    public Task LiftAsync(Guid participantId, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        var (participant, stamp) = await LoadAsync(participantId, ct);
        var all = await db.ParticipantsOfAsync(participant.PersonId, ct);
        participant.Lift(isGone: all.Exists(p => p.Gone is not null), stamp);
        db.NoteReading(participant, stamp);
        await ParticipantService.IndexAsync(db, participant, ct);
        var placements = await CasesAsync([participant], ct);
        foreach (var placement in placements)
            placement.Protect(false, participant.LettersStoppedAt is not null, stamp);
        await SetPapersAsync(placements, false, stamp, ct);
        participant.Person.Protect(all.Exists(p => p.IsProtected));
        await db.SaveChangesAsync(ct);
    });

    private async Task ProtectCasesAsync(List<Placement> placements, Stamp stamp, CancellationToken ct)
    {
        var ids = placements.ConvertAll(p => p.Id);
        foreach (var placement in placements)
        {
            var own = viewer.StampIn(placement.Gren, stamp);
            placement.Protect(true, lettersStop: true, own);
            foreach (var release in placement.Releases)
                release.Withdraw(placement, own);
        }
        await SetPapersAsync(placements, true, stamp, ct);
        await mail.StopAsync(ids, ct);
        // Hidden they would not be found; lifted they would live again.
        db.RequestLinks.RemoveRange(await db.RequestLinks.Where(l => ids.Contains(l.PlacementId)).ToListAsync(ct));
        var questions = await db.FirstDayQuestions.Where(q => ids.Contains(q.PlacementId)).ToListAsync(ct);
        db.FirstDayQuestions.RemoveRange(questions.FindAll(q => q.Came is null));
        questions.ForEach(q => q.End(stamp.At));
        var agreements = db.Agreements.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter]).Where(a => ids.Contains(a.PlacementId)).Select(a => a.Id);
        db.ApprovalLinks.RemoveRange(await db.ApprovalLinks.Where(l => agreements.Contains(l.AgreementId)).ToListAsync(ct));
    }

    private async Task SetPapersAsync(List<Placement> cases, bool on, Stamp stamp, CancellationToken ct)
    {
        var placements = cases.ConvertAll(p => p.Id);
        foreach (var agreement in await db.Agreements.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter]).Where(a => placements.Contains(a.PlacementId)).ToListAsync(ct))
            agreement.Protect(on, viewer.StampIn(agreement.Gren, stamp));
        foreach (var certificate in await db.Certificates.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter]).Where(c => placements.Contains(c.PlacementId)).ToListAsync(ct))
            certificate.Protect(on, viewer.StampIn(certificate.Gren, stamp));
    }

    // By id: the gren's own are found by them as well as the others'.
    private async Task<List<Placement>> CasesAsync(List<Participant> participants, CancellationToken ct)
    {
        var ids = participants.ConvertAll(p => p.Id);
        return await db.Placements.IgnoreQueryFilters([AppDb.GrenFilter, AppDb.ProtectedFilter]).Include(p => p.Releases)
            .Where(p => p.ParticipantId != null && ids.Contains(p.ParticipantId.Value)).ToListAsync(ct);
    }

    // Those who find the person now, else the enhetschef: somebody has to go on with the case. Nothing in the letter says who.
    private async Task TellTheNamedAsync(Verksamhetsgren gren, Stamp stamp, CancellationToken ct)
    {
        var named = await EmailsAsync(gren, g => g.ProtectedIdentities, ct);
        foreach (var email in named.Count > 0 ? named : await EmailsAsync(gren, g => g.Role == Role.UnitManager, ct))
            letters.Write("skyddade-uppgifter", $"skyddade/{Guid.CreateVersion7():N}", email, stamp.At, new Dictionary<string, string> { ["lank"] = portal.Link("/deltagare?skyddade=true") });
    }

    private async Task<List<string>> EmailsAsync(Verksamhetsgren gren, System.Linq.Expressions.Expression<Func<RoleGrant, bool>> which, CancellationToken ct) =>
        await (from g in db.RoleGrants.Where(which)
               where g.Gren == gren
               join u in db.Users on g.UserId equals u.Id
               where u.DeactivatedAt == null && u.Email != null
               select u.Email!).Distinct().ToListAsync(ct);

    private async Task ChangeAsync(Guid id, Action<Participant, Stamp> change, CancellationToken ct)
    {
        var (participant, stamp) = await LoadAsync(id, ct);
        change(participant, stamp);
        await db.SaveChangesAsync(ct);
    }

    private async Task<(Participant, Stamp)> LoadAsync(Guid id, CancellationToken ct)
    {
        var (participant, stamp) = await db.ParticipantAsync(id, viewer, clock, ct);
        // A page that was open when two were joined: it is the one who is kept that has to be hidden.
        return participant.JoinedInto is { } kept ? await LoadAsync(kept, ct) : (participant, stamp);
    }
}
