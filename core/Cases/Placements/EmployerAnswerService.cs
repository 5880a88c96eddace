using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Core.Places.Slots;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>The workplace's answer to a request: its own, by a personal link, or told to staff who record it.</summary>
public sealed class EmployerAnswerService(AppDb db, Viewer viewer, TimeProvider clock, Bookings bookings, SupervisionService supervision, PlacementLetters letters)
{
    public Task AnswerAsync(Guid id, bool yes, NoCode? code, CancellationToken ct) =>
        AnswerAsync(id, yes ? EmployerAnswer.Yes : EmployerAnswer.No(code), ct);

    /// <summary>By somebody of the employer, or by a case worker of the gren on its behalf.</summary>
    public Task AnswerAsync(Guid id, EmployerAnswer answer, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
        await TakeAsync(answer.Behalf is null ? await OwnAsync(id, answer, ct) : await OfGrenAsync(id, answer, ct), answer, viewer.Stamp(clock), ct));

    /// <exception cref="RuleBreachException">The link does not hold, whatever the reason.</exception>
    public Task AnswerByLinkAsync(string? secret, EmployerAnswer answer, CancellationToken ct) => BookingRetry.RunAsync(db, async () =>
        await TakeAsync(await LinkedAsync(secret, ct) ?? throw new RuleBreachException(Rule.LinkNotValid), answer, new Stamp(null, clock.UtcNow()), ct));

    /// <summary>What a link shows: nothing that says who, or tells of health or benefit. Null when it does not hold.</summary>
    public async Task<LinkedRequest?> ReadAsync(string? secret, CancellationToken ct) =>
        await LinkedAsync(secret, ct) is not { } placement ? null : await (
            from o in db.Offers.AsNoTracking()
            where o.Id == placement.OfferId
            join w in db.Workplaces on placement.WorkplaceId equals w.Id
            select new LinkedRequest(placement.Id, o.Title, o.Tasks, w.Name, placement.Period, placement.Cells, placement.ExtentPercent, placement.Answers.MeetAskedAt != null,
                db.Users.Where(u => u.Id == placement.CoordinatorId && u.DeactivatedAt == null).Select(u => u.DisplayName).FirstOrDefault())).SingleAsync(ct);

    // A yes makes the claim a placement's; under «föreslå kandidat» it is the yes that makes the claim.
    private async Task TakeAsync(Placement placement, EmployerAnswer answer, Stamp stamp, CancellationToken ct)
    {
        placement.EmployerAnswered(answer, stamp);
        if (answer.Kind == AnswerKind.Yes)
        {
            var chosen = answer.Supervisor is { IsNobody: false } named ? named : null;
            await bookings.HoldAsync(placement, ClaimKind.Placement, null, stamp, ct, anotherSupervisor: chosen is not null);
            if (chosen is not null)
                await supervision.NameAsync(placement, chosen, placement.From, stamp, ct);
        }
        else if (answer.Kind == AnswerKind.No)
        {
            await bookings.LetGoAsync(placement, stamp, ct);
        }
        if (answer.Behalf is { } said)
            db.Behalves.Add(new Behalf(placement.Id, answer.Verb, said, stamp));
        // Whoever wrote it down knows.
        if (stamp.UserId is null || stamp.UserId != placement.CoordinatorId)
            await letters.AnsweredAsync(placement, answer.Kind, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Placement> OwnAsync(Guid id, EmployerAnswer answer, CancellationToken ct)
    {
        var mine = viewer.EmployersAs(PlacementTransitions.Table[answer.Action].Who);
        return await db.Placements.SingleOrDefaultAsync(p => p.Id == id && mine.Contains(p.EmployerId), ct) ?? throw new NotFoundException(nameof(Placement));
    }

    private async Task<Placement> OfGrenAsync(Guid id, EmployerAnswer answer, CancellationToken ct)
    {
        var grenar = viewer.Grenar;
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.Id == id && grenar.Contains(p.Gren), ct) ?? throw new NotFoundException(nameof(Placement));
        PlacementTransitions.Table.RequireRole(answer.Action, viewer.RolesIn(placement.Gren), onBehalf: true);
        return placement;
    }

    // Nobody is signed in: the secret says which one placement it is, and persons with protected identity are never reached this way.
    private async Task<Placement?> LinkedAsync(string? secret, CancellationToken ct)
    {
        if (LinkSecret.KeyOf(secret) is not { } hash)
            return null;
        var now = clock.UtcNow();
        if (await db.RequestLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash && l.ExpiresAt > now, ct) is not { } link)
            return null;
        var placement = await db.Placements.IgnoreQueryFilters([AppDb.GrenFilter]).SingleOrDefaultAsync(p => p.Id == link.PlacementId && p.LettersStoppedAt == null, ct);
        return placement?.StatusAt(now) == PlacementStatus.Requested && placement.Answers.RequestedAt <= link.CreatedAt ? placement : null;
    }
}

/// <param name="Id">Of the placement, for those who have a login and want to read more.</param>
/// <param name="WantsToMeet">The workplace has said so already.</param>
/// <param name="Contact">The coordinator, by name; null when nobody has the case.</param>
public sealed record LinkedRequest(Guid Id, string Title, string Tasks, string Workplace, Period Period, Cells Cells, int ExtentPercent, bool WantsToMeet, string? Contact);
