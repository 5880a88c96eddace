using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.FirstDays;

/// <summary>
/// What the workplace sees and answers by its link, and what AME does about a no. The secret opens one question and
/// nothing else, so the gren is not asked for; persons with protected identity are never reached this way.
/// </summary>
public sealed class FirstDayQuestionService(AppDb db, Viewer viewer, TimeProvider clock, FirstDayLetters letters)
{
    /// <summary>Where the link leads.</summary>
    public const string LinkPath = "/kom";

    /// <summary>Null when the link is unknown, too old or the placement is over: the reader is told the same in all cases.</summary>
    public async Task<AskedFirstDay?> ReadAsync(string? secret, CancellationToken ct)
    {
        if (await FindAsync(secret, ct) is not { } found)
            return null;
        var workplace = await db.Workplaces.Where(w => w.Id == found.Placement.WorkplaceId).Select(w => w.Name).SingleAsync(ct);
        return new AskedFirstDay(workplace, found.Question.Day, found.Question.Came);
    }

    /// <summary>Ja or Nej; a no is a task and a letter at once.</summary>
    public async Task AnswerAsync(string? secret, bool came, CancellationToken ct)
    {
        var (question, placement) = await FindAsync(secret, ct) ?? throw new RuleBreachException(Rule.LinkNotValid);
        var stamp = new Stamp(null, clock.UtcNow());
        if (!question.Answer(came, stamp.At))
            return;
        placement.AnswerFirstDay(came, stamp);
        if (came)
            await SettleEarlierAsync(placement, stamp, ct);
        else
            await letters.DidNotComeAsync(placement, question, stamp, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The same, signed in at the workplace, or told to a case worker who writes it down.</summary>
    public async Task RecordAsync(Guid placementId, bool came, OnBehalf? said, CancellationToken ct)
    {
        var (row, stamp) = (PlacementTransitions.Table[PlacementAction.FirstDay], viewer.Stamp(clock));
        var (mine, grenar) = (viewer.EmployersAs(row.Who), viewer.Grenar);
        var placements = db.Placements.Where(p => p.Id == placementId);
        placements = said is null ? placements.Where(p => mine.Contains(p.EmployerId)) : placements.Where(p => grenar.Contains(p.Gren));
        var placement = await placements.SingleOrDefaultAsync(ct) ?? throw new NotFoundException(nameof(Placement));
        if (said is not null)
            PlacementTransitions.Table.RequireRole(PlacementAction.FirstDay, viewer.RolesIn(placement.Gren), onBehalf: true);
        placement.AnswerFirstDay(came, stamp);
        var day = placement.StartedOn ?? placement.From;
        var question = await db.FirstDayQuestions.Where(q => q.PlacementId == placementId && q.Day == day).OrderByDescending(q => q.CreatedAt).FirstOrDefaultAsync(ct);
        if (question is null)
            db.FirstDayQuestions.Add(question = FirstDayQuestion.Ask(placementId, day, stamp.At).Row);
        RuleBreachException.When(!question.Answer(came, stamp.At), Rule.NothingToRecord);
        if (came)
            await SettleEarlierAsync(placement, stamp, ct);
        else if (stamp.UserId != placement.CoordinatorId)
            await letters.DidNotComeAsync(placement, question, stamp, ct);
        if (said is not null)
            db.Behalves.Add(new Behalf(placementId, Placement.FirstDayVerb(came), said, stamp));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>«Jag har ringt»: the task is done.</summary>
    public async Task FollowUpAsync(Guid placementId, CancellationToken ct)
    {
        // An employer's own placements pass the filter too, so the gren is asked for here.
        var grenar = viewer.Grenar;
        var placement = await db.Placements.SingleOrDefaultAsync(p => p.Id == placementId && grenar.Contains(p.Gren), ct) ?? throw new NotFoundException(nameof(Placement));
        PlacementTransitions.Table.RequireRole(PlacementAction.Start, viewer.RolesIn(placement.Gren));
        var stamp = viewer.Stamp(clock);
        RuleBreachException.When(await SettleEarlierAsync(placement, stamp, ct) == 0, Rule.ChangedByAnother);
        placement.FollowUpAbsence(stamp);
        await db.SaveChangesAsync(ct);
    }

    // The question may have been asked more than once, when the first day was moved.
    private async Task<int> SettleEarlierAsync(Placement placement, Stamp stamp, CancellationToken ct)
    {
        var open = await db.FirstDayQuestions.Where(q => q.PlacementId == placement.Id && q.Came == false && q.FollowedUpAt == null).ToListAsync(ct);
        // The one that was answered just now is not saved yet.
        open.RemoveAll(q => q.Came == true);
        open.ForEach(q => q.FollowUp(stamp.At));
        return open.Count;
    }

    private async Task<Found?> FindAsync(string? secret, CancellationToken ct)
    {
        if (LinkSecret.KeyOf(secret) is not { } hash)
            return null;
        if (await db.FirstDayQuestions.SingleOrDefaultAsync(q => q.Hash == hash, ct) is not { } question || !question.IsLive(clock.UtcNow()))
            return null;
        // Nobody is signed in: the secret says which one placement it is.
        var placement = await db.Placements.IgnoreQueryFilters([AppDb.GrenFilter]).SingleOrDefaultAsync(p => p.Id == question.PlacementId
            && p.Ending.EndedOn == null && p.Ending.NotHeldAt == null && p.Ending.VoidedAt == null && p.LettersStoppedAt == null, ct);
        return placement is null ? null : new Found(question, placement);
    }

    private sealed record Found(FirstDayQuestion Question, Placement Placement);
}

/// <param name="Came">The answer that has been given; null before.</param>
public sealed record AskedFirstDay(string Workplace, DateOnly Day, bool? Came);
