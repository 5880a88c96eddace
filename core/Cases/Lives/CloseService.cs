using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Lives;

/// <summary>Avsluta deltagare: what was only asked for is let go in the same save, and nothing finds the person but the list of those who have left (docs/model.md, Corrections).</summary>
public sealed class CloseService(AppDb db, Viewer viewer, TimeProvider clock, LettingGo lettingGo, MailService mail)
{
    /// <summary>What holds a participant: it is ended first, by whoever knows how it ended.</summary>
    public static readonly PlacementStatus[] Holds = [PlacementStatus.AwaitingPaper, PlacementStatus.ReadyToStart, PlacementStatus.Running, PlacementStatus.Paused];

    public static readonly PlacementStatus[] LetGo = [PlacementStatus.Proposed, PlacementStatus.Pencilled, PlacementStatus.Requested];

    /// <exception cref="RuleBreachException">A placement is agreed or runs; the day is ahead, or before the person was registered.</exception>
    public Task CloseAsync(Guid id, ExitReason because, DateOnly on, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
    {
        var (participant, stamp) = await db.ParticipantAsync(id, viewer, clock, ct);
        var placements = (await db.Placements.Include(p => p.Releases).Where(p => p.ParticipantId == id).ToListAsync(ct)).ToLookup(p => p.StatusAt(stamp.At));
        RuleBreachException.When(Holds.Any(placements.Contains), Rule.ParticipantHasPlacement);
        participant.Close(because, on, stamp);
        foreach (var placement in LetGo.SelectMany(s => placements[s]))
            await lettingGo.OfAsync(placement, ReasonOf(because), stamp, ct);
        await mail.StopAsync(id, ct);
        await ParticipantService.IndexAsync(db, participant, ct);
        await SavedSelections.ForgetAsync(db, participant, ct);
        await db.SaveChangesAsync(ct);
    });

    /// <summary>The person is back: a new period begins.</summary>
    public async Task ReopenAsync(Guid id, CancellationToken ct)
    {
        var (participant, stamp) = await db.ParticipantAsync(id, viewer, clock, ct);
        participant.Reopen(stamp);
        await ParticipantService.IndexAsync(db, participant, ct);
        await db.SaveChangesAsync(ct);
    }

    // What the place became of the person's going: work and studies are results.
    private static NotHeldReason ReasonOf(ExitReason because) => because switch
    {
        ExitReason.Work or ExitReason.SupportedWork or ExitReason.OwnCompany or ExitReason.Studies or ExitReason.OtherStudies
            or ExitReason.MunicipalEmployment or ExitReason.EmployedByMunicipality => NotHeldReason.WorkOrStudies,
        ExitReason.Moved => NotHeldReason.Moved,
        ExitReason.OwnChoice => NotHeldReason.ParticipantNo,
        _ => NotHeldReason.Lapsed,
    };
}
