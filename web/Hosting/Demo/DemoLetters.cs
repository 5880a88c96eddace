using System.Text.RegularExpressions;
using EnVagUt.Core.Cases.FirstDays;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Desk.ByHand;
using EnVagUt.Core.Desk.Reminders;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting.Demo;

/// <summary>What letters lead to: first days asked about, letters that were telephoned, somebody who has moved, somebody who is hidden.</summary>
internal sealed partial class DemoLetters(DemoStage stage, DemoLogins logins)
{
    private const int AskedDays = 21;

    public void PlanAll()
    {
        for (var day = stage.Last.AddDays(-AskedDays); day <= stage.Last; day = day.AddDays(1))
        {
            var due = day;
            stage.On(day, () => stage.AsJobAsync<RemindersJob, string>(job => job.RunAsync(new JobContext(Schedules.FirstDay, Schedules.Day(due.ToDateTime(default)), due, null), default)));
            if (day < stage.Last)
                stage.On(day, () => AnswerAsync(allCame: due < stage.Last.AddDays(-14)));
        }
        stage.On(stage.Last, TelephoneAsync);
        stage.On(stage.Last, MoveAsync);
        stage.On(stage.Last, ProtectAsync);
    }

    // The letters have not left yet, so the links are still in them. Of late the last one of a day says no, and nobody has called yet.
    private async Task AnswerAsync(bool allCame)
    {
        var letters = await stage.ReadAsync(db => db.Mail.AsNoTracking().Where(m => m.Template == "kom-deltagaren" && m.State == MailState.Queued).Select(m => m.Text).ToListAsync());
        for (var i = 0; i < letters.Count; i++)
        {
            var (secret, came) = (Secret().Match(letters[i]).Groups[1].Value, allCame || i < letters.Count - 1);
            await stage.AsJobAsync<FirstDayQuestionService, bool>(async s =>
            {
                await s.AnswerAsync(secret, came, default);
                return true;
            }, visitor: true);
        }
    }

    private async Task TelephoneAsync()
    {
        var oldest = await stage.AskAsync<AppDb, List<Guid>>(logins.Coordinator, db =>
            ByHandLetters.Waiting(db, db.Viewer, stage.Last.StartOfDayUtc()).OrderByDescending(m => m.SortKey).Select(m => m.Id).Take(3).ToListAsync());
        foreach (var id in oldest)
            await stage.DoAsync<ByHandService>(logins.Coordinator, s => s.HandleAsync(id, ByHandWay.Phoned, default));
    }

    private async Task MoveAsync()
    {
        var moved = await stage.AskAsync<AppDb, Guid?>(logins.Coordinator, db =>
            db.Placements.Where(p => p.Status == PlacementStatus.Running && p.ParticipantId != null)
                .OrderByDescending(p => db.Mail.Any(m => m.CaseId == p.Id && (m.State == MailState.NoAddress || m.State == MailState.Queued))).ThenByDescending(p => p.From)
                .ThenBy(p => db.Participants.Where(x => x.Id == p.ParticipantId).Select(x => x.LastName + x.FirstName).FirstOrDefault())
                .Select(p => p.ParticipantId).FirstOrDefaultAsync());
        if (moved is { } id)
            await stage.DoAsync<GoneService>(logins.Coordinator, s => s.RecordAsync(id, Gone.Moved, stage.Last, default));
    }

    // Somebody whose workplace knows the name: there is a call to make.
    private async Task ProtectAsync()
    {
        var hidden = await stage.AskAsync<AppDb, Guid?>(logins.Coordinator, db =>
            db.Placements.Where(p => p.Status == PlacementStatus.Running && p.Releases.Any() && p.LettersStoppedAt == null)
                .OrderBy(p => p.From).ThenBy(p => db.Participants.Where(x => x.Id == p.ParticipantId).Select(x => x.LastName + x.FirstName).FirstOrDefault())
                .Select(p => p.ParticipantId).FirstOrDefaultAsync());
        if (hidden is { } id)
            await stage.DoAsync<ProtectService>(logins.Coordinator, s => s.ProtectAsync(id, default));
    }

    [GeneratedRegex(@"nyckel=([\w-]+)")]
    private static partial Regex Secret();
}
